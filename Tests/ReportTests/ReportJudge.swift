import Report
import Support
import Testing

/// A program of somebody else that says whether a report of a format is valid.
struct ReportJudge: Sendable, CustomTestStringConvertible {
  let format: ReportFormat
  let name: String
  /// The words before the file.
  let words: [String]
  /// A report that it must refuse, or it proves nothing.
  let bad: String?
  /// Whether it also judges paths, and so refuses odd ones.
  var isStrictOnPaths = false

  var testDescription: String { "\(format.rawValue) by \(name)" }

  private static func material(_ path: String) -> String { Materials.path("compliance/\(path)") ?? "absent" }

  private static func schema(_ format: ReportFormat, _ path: String, bad: String?) -> ReportJudge {
    ReportJudge(
      format: format, name: path,
      words: [Checkers.path("check-jsonschema"), "--no-cache", "--schemafile", material("schemas/\(path)")],
      bad: bad.map { material("samples/bad/\($0)") })
  }

  private static func grammar(_ format: ReportFormat, _ path: String, bad: String?) -> ReportJudge {
    ReportJudge(
      format: format, name: path,
      words: ["xmllint", "--nonet", "--noout", "--schema", material("schemas/\(path)")],
      bad: bad.map { material("samples/bad/\($0)") })
  }

  private static func script(_ format: ReportFormat, _ name: String, bad: String, isStrict: Bool = false)
    -> ReportJudge
  {
    ReportJudge(
      format: format, name: name, words: [Checkers.path("python"), material("validators/\(name)")],
      bad: material("samples/bad/\(bad)"), isStrictOnPaths: isStrict)
  }

  /// Judges whose schemas and scripts are other people's.
  static let all: [ReportJudge] = [
    schema(.sarif, "sarif/sarif-schema-2.1.0.json", bad: "sarif-bad-level.json"),
    script(.sarif, "sarif_github_check.py", bad: "sarif-valid-but-github-hides.json", isStrict: true),
    grammar(.junit, "junit/jenkins-junit-10.xsd", bad: "junit-file-attr.xml"),
    grammar(.junit, "junit/windyroad-ant-JUnit.xsd", bad: "junit-no-timestamp.xml"),
    schema(.gitlab, "own/gitlab-codequality-report.schema.json", bad: "gitlab-bad-severity.json"),
    script(.gitlab, "gitlab_cq_check.py", bad: "gitlab-dup-fingerprint.json"),
    grammar(.checkstyle, "checkstyle/checkstyle-report-1.0.0.xsd", bad: "checkstyle-bad-values.xml"),
    script(.github, "gh_commands_check.py", bad: "github-bad-escape.txt"),
    schema(.rdjson, "rdjson/DiagnosticResult.json", bad: nil),
  ]

  /// Judges that need no more than the installed programs.
  static let readers: [ReportJudge] = [
    ReportJudge(
      format: .sarif, name: "sarif-tools", words: [Checkers.path("sarif"), "summary"], bad: nil),
    ReportJudge(
      format: .junit, name: "junitparser",
      words: [
        Checkers.path("python"), "-c",
        """
        import sys; from junitparser import JUnitXml
        suites = list(JUnitXml.fromfile(sys.argv[1]))
        for suite in suites:
            told = (suite.tests, suite.failures, suite.errors, suite.skipped)
            suite.update_statistics()
            assert told == (suite.tests, suite.failures, suite.errors, suite.skipped), told
        """,
      ], bad: nil),
    ReportJudge(
      format: .tap, name: "TAP::Parser",
      words: [
        "perl", "-MTAP::Parser", "-e",
        "$p = TAP::Parser->new({source => shift}); $p->run; print for $p->parse_errors; exit !!$p->parse_errors",
      ], bad: nil),
    ReportJudge(
      format: .json, name: "our own schema",
      words: [
        Checkers.path("check-jsonschema"), "--no-cache", "--schemafile",
        Repository.root + "/docs/schemas/run-1.schema.json",
      ], bad: nil),
  ]
}
