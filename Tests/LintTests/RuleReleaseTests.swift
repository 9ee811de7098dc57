import Diagnostics
import Source
import Testing

@testable import Lint
@testable import RuleCatalog

/// What `rules-as-of`, previews and renamed ids make of rules, on rules made up for it.
@Suite struct RuleReleaseTests {
  private static func page(
    _ id: RuleID, _ severity: Severity, since: String = "0.1", isPreview: Bool = false,
    aliases: [String] = [], earlier: [String] = []
  ) -> RulePage {
    RulePage(
      id, severity, since: since, tags: ["docker"], summary: "A rule.", isPreview: isPreview,
      aliases: aliases, earlier: earlier, text: "# rule\n")
  }

  private static let names = RuleNames(pages: [
    page("a/old", .error, earlier: ["0.2 warning", "0.1 info"]), page("a/young", .error, since: "0.3"),
    page("a/trial", .warning, isPreview: true), page("a/now", .warning, aliases: ["a/then", "b/once"]),
  ])

  private func configuration(
    asOf version: String? = nil, _ levels: [RuleLevels.Setting] = []
  ) -> LintConfiguration {
    var configuration = LintConfiguration()
    configuration.names = Self.names
    let place = Location(FileID(".ovenproof.yaml"), ByteRange(at: 0))
    configuration.rulesAsOf = version.flatMap { RuleVersion($0) }.map { Located($0, at: place) }
    configuration.levels.rules = levels
    return configuration
  }

  private func setting(_ meaning: RuleSelector.Meaning, _ severity: Severity) -> RuleLevels.Setting {
    .init(RuleSelector(meaning, at: Location(FileID("c"), ByteRange(at: 0))), .severity(severity))
  }

  @Test(
    arguments: [
      (nil, .error), ("0.1", .info), ("0.1.0", .info), ("0.1.5", .warning), ("0.2", .warning),
      ("0.3", .error),
    ] as [(String?, Severity)])
  func `A rule weighs what it weighed in a release`(version: String?, severity: Severity) {
    let verdict = configuration(asOf: version).verdict(on: "a/old", otherwise: .error)
    #expect(verdict?.severity == severity)
    #expect(verdict?.isPreview == false)
  }

  @Test(
    arguments: [
      (nil, false, .error), ("0.3", false, .error), ("0.2", true, .info), ("0.1", true, .info),
    ] as [(String?, Bool, Severity)])
  func `A rule that a release did not have fails no run`(
    version: String?, isPreview: Bool, severity: Severity
  ) {
    let verdict = configuration(asOf: version).verdict(on: "a/young", otherwise: .error)
    #expect(verdict?.isPreview == isPreview)
    #expect(verdict?.severity == severity)
  }

  @Test func `A preview counts once somebody gives it a severity by its name`() {
    let plain = configuration().verdict(on: "a/trial", otherwise: .warning)
    #expect(plain?.isPreview == true && plain?.severity == .info)
    let byTag = configuration(asOf: nil, [setting(.tag("docker"), .error)]).verdict(
      on: "a/trial", otherwise: .warning)
    #expect(byTag?.isPreview == true && byTag?.severity == .info)
    let byName = configuration(asOf: nil, [setting(.rule("a/trial"), .error)])
      .verdict(on: "a/trial", otherwise: .warning)
    #expect(byName?.isPreview == false && byName?.severity == .error)
  }

  @Test func `A finding of a preview says so, and is a preview`() {
    let finding = Diagnostic("a/trial", .warning, "no", at: Location(FileID("m.json"), ByteRange(at: 0)))
    let weighed = configuration().weighed(finding)
    #expect(weighed?.isPreview == true && weighed?.severity == .info)
    #expect(weighed?.notes == ["`a/trial` is a preview: it fails no run yet"])
  }

  @Test func `A name of before means the rule of today`() {
    #expect(Self.names.meaning(of: "a/then") == .renamed("a/now"))
    #expect(Self.names.meaning(of: "b/once") == .renamed("a/now"))
    #expect(Self.names.meaning(of: "a/now") == .rule("a/now"))
    #expect(Self.names.meaning(of: "a/never") == .unknown)
  }
}
