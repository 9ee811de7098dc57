import Matching
import Testing

@Suite struct VersionRangeTests {
  @Test(arguments: [
    ("1.22.1-9+deb12u1", ">=1.18.0", true),
    ("1.18.0-6.1", "<=1.18.0", true),
    ("1.18.0-6.1", "=1.18.0", true),
    ("1.18.0-6.1", ">=1.18.0-7", false),
    ("1:9.4-2", "<10", true),
    ("1:9.4-2", ">=1:9.4", true),
    ("2.0~rc1-1", "<2.0", true),
    ("9.1-1", ">=9.1 <10", true),
    ("12.4+deb12u15", "12.x", true),
    ("13.0", "12.x", false),
    ("1.0a", ">1.0", true),
    ("1.10", ">1.9", true),
    ("1.0.0-1", "!=1.0.0", false),
  ])
  func `Orders Debian's versions as dpkg does`(version: String, range: String, isInside: Bool) throws {
    #expect(try #require(VersionRange(range)).contains(PackageVersion(version, in: .dpkg)) == isInside)
  }

  @Test(arguments: [
    ("1.36.1-r29", ">=1.36.1", true),
    ("1.36.1-r29", "=1.36.1-r28", false),
    ("3.1.4_rc1-r0", "<3.1.4", true),
    ("3.1.4_p2-r0", ">3.1.4", true),
    ("1.1.1w-r1", ">1.1.1", true),
    ("1.10.0-r0", ">1.9", true),
    ("2.0_alpha2", "<2.0_beta1", true),
  ])
  func `Orders Alpine's versions as apk does`(version: String, range: String, isInside: Bool) throws {
    #expect(try #require(VersionRange(range)).contains(PackageVersion(version, in: .apk)) == isInside)
  }

  @Test(arguments: ["", "||", ">=", "a.b.c", "=>1.0.0", "1.0.0 ||", "~1.0.0", "1.2.3.4.5 x"])
  func `Refuses what is no range`(text: String) {
    #expect(VersionRange(text) == nil)
  }

  @Test(arguments: [
    ("1.0.0-alpha.1", "1.0.0-alpha.beta"), ("1.0.0-2", "1.0.0-10"), ("1.0.0-rc.1", "1.0.0"),
    ("1.9.0", "1.10.0"),
  ])
  func `Orders semantic versions`(lower: String, higher: String) throws {
    let (low, high) = (try #require(SemanticVersion(lower)), try #require(SemanticVersion(higher)))
    #expect(low.order(against: high) < 0)
    #expect(high.order(against: low) > 0)
  }
}
