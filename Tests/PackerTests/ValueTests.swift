import Diagnostics
import Packer
import Testing
import Source

/// Durations, times, versions and names as Go and Packer read them.
struct ValueTests {
  @Test(arguments: [
    ("10s", 10.0), ("1m30s", 90), ("1.5h", 5400), ("300ms", 0.3), ("-2s", -2), ("0", 0), ("1h2m3s", 3723),
    (".5s", 0.5),
    ("100us", 0.0001), ("5ns", 5e-9),
  ])
  func `reads a duration`(text: String, seconds: Double) {
    #expect(GoDuration(text)?.seconds == seconds)
  }

  @Test(arguments: [
    "", "10", "5 minutes", "s", "1x", "1.2.3s", "--1s", "1s5", "1d", "9223372036854775808ns",
    "2562048h", "-2562048h", "9223372036854775807ns1ns", "99999999999999999999h", "-9223372036854775809ns",
    ".s", "-",
  ])
  func `refuses what Go refuses`(text: String) {
    #expect(GoDuration(text) == nil)
  }

  @Test(arguments: [
    "0s", "5ns", "1.5µs", "168.07237ms", "1s", "1m2.5s", "1h0m0s", "-2s", "100h3m0.5s",
    "2562047h47m16.854775807s", "-2562047h47m16.854775808s",
  ])
  func `prints a duration as Go does`(text: String) {
    #expect(GoDuration(text)?.text == text)
  }

  @Test func `counts spans at the ends of their range as Go does`() {
    #expect(GoDuration("9223372036854775807ns")?.nanoseconds == .max)
    #expect(GoDuration("-9223372036854775808ns")?.nanoseconds == .min)
    #expect(GoDuration("0.9999999999999999999999s")?.nanoseconds == 1_000_000_000)
    #expect(GoDuration(seconds: .max).nanoseconds == -1_000_000_000)
    #expect(GoDuration(nearest: 1e300).nanoseconds == .max)
    #expect(GoDuration(nearest: -.infinity).nanoseconds == .min)
    #expect(GoDuration(nearest: .nan).nanoseconds == 0)
  }

  /// 3 March 2021, 04:05:06 in UTC.
  private let moment = GoTime(unix: 1_614_744_306)

  @Test(arguments: [
    ("2006-01-02T15:04:05Z07:00", "2021-03-03T04:05:06Z"), ("20060102-150405", "20210303-040506"),
    ("Mon Jan _2 3:04PM 06 MST", "Wed Mar  3 4:05AM 21 UTC"), ("Monday, January 2", "Wednesday, March 3"),
    ("02/01/2006 .000", "03/03/2021 .000"), ("002 -0700", "062 +0000"), ("v1.0", "v3.0"),
  ])
  func `writes a moment in Go's layouts`(layout: String, expected: String) {
    #expect(moment.formatted(layout: layout) == expected)
  }

  @Test func `writes a moment in formats of strftime`() {
    #expect(moment.formatted(strftime: "%Y%m%d %H:%M:%S %j %a %B %%") == "20210303 04:05:06 062 Wed March %")
    #expect(GoTime(unix: 951_782_400).formatted(layout: "2006-01-02") == "2000-02-29")
    #expect(GoTime(unix: -1).formatted(layout: "2006-01-02 15:04:05") == "1969-12-31 23:59:59")
  }

  @Test(arguments: [
    ("1.6.6", true), ("v1.7.0", true), ("1.8.0-beta1", true), ("1", true), (">= 1.6", false), ("", false),
    ("x", false),
  ])
  func `reads a version`(text: String, isVersion: Bool) {
    #expect((PackerVersion(text) != nil) == isVersion)
  }

  @Test func `orders versions`() throws {
    let versions = try ["1.6.5", "1.6.6-dev", "1.6.6", "1.6.6.1", "1.10.0"].map {
      try #require(PackerVersion($0))
    }
    #expect(versions == versions.sorted())
  }

  @Test(arguments: [
    ("imge", ["image"]), ("comit", ["commit"]), ("commti", ["commit"]), ("zzz", []), ("Image", ["image"]),
  ])
  func `finds near names`(name: String, expected: [String]) {
    #expect(Suggestion.names(near: name, among: ["image", "commit", "message", "pull"]) == expected)
  }

  @Test(arguments: ["string", "list(string)", "map(any)", "list(list(int))", "trilean"])
  func `reads option types`(text: String) { #expect(OptionType(text) != nil) }

  @Test(arguments: ["", "strng", "list()", "list(string", "set(string)"])
  func `refuses other types`(text: String) { #expect(OptionType(text) == nil) }
}
