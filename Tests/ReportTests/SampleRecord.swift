import Diagnostics
import Expectation
import Report
import Source

/// A record with something of every kind in it, made by the mappings from real places.
struct SampleRecord {
  let record: RunRecord

  init() throws {
    let sources = SampleSources()
    var subject = RunRecord.Subject()
    subject.templates = [.init(name: "machine.json", digest: "sha256:" + String(repeating: "1a", count: 32))]
    subject.bases = [.init(name: "debian", digest: "sha256:" + String(repeating: "2b", count: 32))]
    subject.images = [
      .init(
        name: "registry.example.com/greeter:1.0.0", digest: "sha256:" + String(repeating: "3c", count: 32))
    ]
    subject.specs = [
      .init(
        file: "machine.spec.yaml", dialect: "ovenproof",
        digest: "sha256:" + String(repeating: "4d", count: 32))
    ]
    var record = RunRecord(tool: .init(version: "0.1.0"), subject: subject)
    record.fileCount = 4
    record.findings = Finding.all(try SampleFindings.standing(sources), in: sources.set)
    record.suppressed = Finding.all(try SampleFindings.allowed(sources), in: sources.set)
    let builds = try SampleBuilds.results(sources)
    record.builds = builds.map {
      BuildRecord($0, in: sources.set, template: "machine.json")
    }
    record.assertions = try SampleOutcomes.all(sources).map { Assertion($0, in: sources.set) }
    record.run = RunRecord.Run(started: 1_795_527_427, durations: ["lint": 0.018], host: "kitchen-1")
    for (build, result) in zip(record.builds, builds) {
      record.run.durations.merge(build.durations(of: result)) { first, _ in first }
    }
    self.record = record
  }
}

/// The findings of the sample.
enum SampleFindings {
  static func standing(_ sources: SampleSources) throws -> [Diagnostic] {
    let floating = Diagnostic(
      "packer/floating-base-tag", .warning, "image `debian` has no tag",
      at: try sources.place(of: "\"debian\"", in: "machine.json"),
      help: "name a tag and a digest, as `debian:bookworm-20240904@sha256:…`",
      notes: ["two bakes of the template can start from different systems"])
    let unknown = Diagnostic(
      "packer/unknown-option", .error, "builder `docker` has no option `comit`",
      at: try sources.place(of: "\"comit\"", in: "machine.json"), help: "did you mean `commit`?",
      labels: [Label("the builder", at: try sources.place(of: "\"docker\"", in: "machine.json"))],
      fixes: [
        Fix(
          .safe, edits: [.init(replacing: try sources.place(of: "comit", in: "machine.json"), with: "commit")]
        )
      ])
    let recipe = Diagnostic(
      "chef/missing-recipe", .error, "cookbook `greeter` has no recipe `acount`",
      at: try sources.place(of: "'greeter::acount'", in: "cookbooks/greeter/recipes/default.rb"),
      labels: [
        Label("asked for by this run list", at: try sources.place(of: "recipe[greeter]", in: "machine.json"))
      ],
      chain: [
        ChainLink("provisioner `chef-solo`", at: try sources.place(of: "\"chef-solo\"", in: "machine.json")),
        ChainLink(
          "recipe `greeter::default`", at: try sources.place(of: "recipe[greeter]", in: "machine.json")),
      ])
    let hint = Diagnostic(
      "shell/pinned-version", .info, "`curl` is installed in whatever version there is",
      at: try sources.place(of: "curl", in: "machine.json"))
    return [hint, unknown, recipe, floating]
  }

  static func allowed(_ sources: SampleSources) throws -> [Diagnostic] {
    var allowed = Diagnostic(
      "packer/unused-variable", .warning, "variable `version` is used in one place only",
      at: try sources.place(of: "\"version\"", in: "machine.json"))
    allowed.exception = Exception("the release job sets it", .inSource)
    return [allowed]
  }
}

/// The outcomes of the sample.
enum SampleOutcomes {
  static func all(_ sources: SampleSources) throws -> [Outcome] {
    func outcome(
      _ property: String, _ verdict: Outcome.Verdict, at text: String, _ title: String, expected: String,
      actual: String = "", _ message: String = "", evidence: [String] = []
    ) throws -> Outcome {
      Outcome(
        id: "files:/etc/greeter/greeter.conf:\(property)", title: title, dialect: .ovenproof,
        resource: "files",
        property: property, verdict: verdict, expected: expected, actual: actual, message: message,
        evidence: evidence, origin: try sources.place(of: text, in: "machine.spec.yaml"))
    }
    let file = "file /etc/greeter/greeter.conf"
    return [
      try outcome(
        "mode", .failed, at: "\"0640\"", "\(file) mode is \"0640\"", expected: "\"0640\"", actual: "\"0644\"",
        "`mode` is \"0644\", not \"0640\"",
        evidence: ["expected  -rw-r-----  0640", "actual    -rw-r--r--  0644"]),
      try outcome(
        "exists", .passed, at: "/etc/greeter/greeter.conf", "\(file) exists", expected: "true", actual: "true"
      ),
      try outcome(
        "contents", .failed, at: "\"port = 8080\"", "\(file) contents have \"port = 8080\"",
        expected: "\"port = 8080\"", actual: "1 line", "no line has `port = 8080`",
        evidence: ["nearest lines:", "  3  port = 8081"]),
      try outcome(
        "stdout", .undecided, at: "greet --version", "command greet --version exit-status is 0",
        expected: "0",
        "`exit-status` cannot be told: the image was not started"),
      try outcome(
        "installed", .waived, at: "{installed: false}", "package curl is not installed", expected: "false",
        actual: "true", "the debug image keeps it until 2027"),
      try outcome("group", .passed, at: "contents", "\(file) group is \"greeter\"", expected: "\"greeter\""),
    ]
  }
}
