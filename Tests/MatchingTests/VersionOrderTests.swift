import Host
import Matching
import Support
import Testing

/// Orders of versions against what the real tools say; a line of `Fixtures/matching/versions/*.tsv` is two versions and the
/// sign of their order, as rpm (`rpm.vercmp`) and libalpm (`alpm_pkg_vercmp`) gave it.
@Suite struct VersionOrderTests {
  @Test(arguments: [("rpm", PackageVersion.System.rpm), ("pacman", .pacman)])
  func `Orders versions as the real tool does`(name: String, system: PackageVersion.System) throws {
    let bytes = try Disk(workingDirectory: "/").read(
      Repository.fixture("matching/versions/\(name).tsv"), limit: 1 << 20)
    let lines = bytes.split(separator: 0x0A).map { line in
      line.split(separator: 0x09, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    try #require(!lines.isEmpty)
    for line in lines {
      let sign = try #require(Int(line[2]))
      #expect(PackageVersion(line[0], in: system).order(against: line[1]).signum() == sign, "\(line)")
      #expect(PackageVersion(line[1], in: system).order(against: line[0]).signum() == -sign, "\(line)")
    }
  }

  @Test(arguments: [PackageVersion.System.rpm, .pacman])
  func `What a spec leaves out does not count`(system: PackageVersion.System) {
    #expect(PackageVersion("1:1.0-3", in: system).order(against: "1.0") == 0)
    #expect(PackageVersion("1.0-3", in: system).order(against: "1:1.0") < 0)
    #expect(PackageVersion("1.0-3", in: system).order(against: "1.0-4") < 0)
  }
}
