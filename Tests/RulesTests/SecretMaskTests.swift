import Diagnostics
import Expectation
import Host
import Lint
import Packer
import Report
import RuleCatalog
import Rules
import Source
import Testing

/// Values of sensitive variables and options in what is said about a template.
@Suite struct SecretMaskTests {
  /// Every kind of wrong use of a secret that a message might repeat.
  static let template = """
    {"variables": {"pw": "hunter2secret", "q": "{{user `pw`}}-x", "short": "ab"},
     "sensitive-variables": ["pw", "short"],
     "builders": [
      {"type": "docker", "image": "{{user `pw`}}", "commit": "{{user `pw`}}", "privileged": "{{user `q`}}",
       "message": "{{split (user `pw`) `-` 5}}", "login_password": ["otherS3cret"], "volumes": "{{user `pw`}}"}],
     "provisioners": [
      {"type": "shell", "script": "{{user `pw`}}", "environment_vars": ["{{user `pw`}}"],
       "max_retries": "{{user `pw`}}"},
      {"type": "file", "source": "{{user `short`}}", "destination": "/tmp/x", "direction": "{{user `pw`}}"}]}
    """

  @Test(arguments: [RuleProfile.standard, .validate])
  func `No message holds one`(profile: RuleProfile) async {
    let tree = MemoryFileTree(["/m.json": Array(Self.template.utf8)])
    for given in [[], [(name: "pw", value: "from the line")]] {
      var inputs = TemplateInputs(workingDirectory: "/")
      inputs.variables = given
      let result = await Linter(tree, registry: .standard).run(
        LintRequest(["/m.json"], profile: profile, inputs: inputs))
      #expect(result.findings.count > 5)
      for finding in result.findings {
        let words = [finding.message, finding.help ?? ""] + finding.notes + finding.labels.map(\.message)
        for secret in ["hunter2secret", "from the line", "`ab`", "otherS3cret"] {
          #expect(!words.contains { $0.contains(secret) }, "\(words)")
        }
      }
    }
  }

  @Test(arguments: [RuleProfile.standard, .validate])
  func `What a rule about secrets finds is hidden where it is not asked, too`(profile: RuleProfile) async {
    let template = """
      {"builders": [{"type": "docker", "image": "debian:12", "commit": true, "changes": ["ENV DB_PASSWORD=s3cr3tVal99"], "x": 1}],
       "provisioners": [{"type": "shell", "inline": ["curl -u admin:s3cr3tVal99 http://a/b"], "x": 2},
        {"type": "shell", "script": "ghp_abcdefghijklmnopqrstuvwxyz0123456789"}]}
      """
    let settings = "ignore: [packer/secret-in-image, packer/plain-secret, shell/secret-argument]\n"
    let tree = MemoryFileTree([
      "/m.json": Array(template.utf8), "/.ovenproof.yaml": Array(settings.utf8), "/.git/HEAD": [],
    ])
    let result = await Linter(tree, registry: .standard).run(
      LintRequest(["/m.json"], profile: profile, inputs: TemplateInputs(workingDirectory: "/")))
    #expect(result.findings.count > 2)
    let source = result.templates.first.flatMap { result.sources[$0] }
    for secret in ["s3cr3tVal99", "ghp_abc"] {
      for line in 1...3 { #expect(source?.text(ofLine: line).contains(secret) == false) }
      #expect(!result.findings.contains { $0.message.contains(secret) })
    }
  }

  @Test func `A file of variables is shown without the sensitive ones`() async {
    let template = #"""
      {"variables": {"pw": ""}, "sensitive-variables": ["pw"],
       "builders": [{"type": "docker", "image": "{{user `pw`}}", "commit": true}]}
      """#
    let tree = MemoryFileTree([
      "/m.json": Array(template.utf8), "/v.json": Array(#"{"pw": "hunter2secret", "port": 22}"#.utf8),
    ])
    var inputs = TemplateInputs(workingDirectory: "/")
    inputs.variableFiles = ["/v.json"]
    let result = await Linter(tree, registry: .standard).run(
      LintRequest(["/m.json"], profile: .validate, inputs: inputs))
    #expect(!result.findings.isEmpty)
    #expect(result.sources[FileID("/v.json")]?.text(ofLine: 1).contains("hunter2secret") == false)
  }

  @Test(arguments: [RuleProfile.standard, .validate])
  func `A value that another takes the place of is one still`(profile: RuleProfile) async {
    let template = """
      {"variables": {"pw": "hunter2-Tr0ub4dor"}, "sensitive-variables": ["pw"],
       "builders": [{"type": "null", "communicator": "none", "x": "hunter2-Tr0ub4dor"}],
       "provisioners": [{"type": "shell-local", "inline": ["echo hunter2-Tr0ub4dor fileS3cret88 $x/*"], "y": 1}]}
      """
    let tree = MemoryFileTree([
      "/m.json": Array(template.utf8), "/v.json": Array(#"{"pw": "fileS3cret88"}"#.utf8),
    ])
    var inputs = TemplateInputs(workingDirectory: "/")
    inputs.variableFiles = ["/v.json"]
    inputs.variables = [(name: "pw", value: "cliS3cr3t99")]
    let result = await Linter(tree, registry: .standard).run(
      LintRequest(["/m.json"], profile: profile, inputs: inputs))
    let shown = String(
      decoding: ReportFormat.sarif.write(Self.record(of: result), .lint, colored: false), as: UTF8.self)
    #expect(result.findings.count >= 2)
    for secret in ["hunter2", "fileS3cret88", "cliS3cr3t99"] { #expect(!shown.contains(secret), "\(shown)") }
  }

  @Test func `A broken file of variables is quoted without what looks like a token`() async {
    let token = "ghp_0123456789abcdefghijABCDEFGHIJ012345"
    let template = #"{"variables": {"pw": ""}, "builders": [{"type": "null", "communicator": "none"}]}"#
    let tree = MemoryFileTree([
      "/m.json": Array(template.utf8),
      "/v.json": Array(#"{"pw":["x"],"x":{"token":"\#(token)","password":"deepS3cret"}}"#.utf8),
    ])
    var inputs = TemplateInputs(workingDirectory: "/")
    inputs.variableFiles = ["/v.json"]
    let result = await Linter(tree, registry: .standard).run(LintRequest(["/m.json"], inputs: inputs))
    #expect(!result.findings.isEmpty)
    let shown = String(
      decoding: ReportFormat.text.write(Self.record(of: result), .lint, colored: false), as: UTF8.self)
    #expect(shown.contains("v.json") && !shown.contains(token) && !shown.contains("deepS3cret"), "\(shown)")
  }

  private static func record(of result: LintResult) -> RunRecord {
    var record = RunRecord(tool: .init(name: "ovenproof", version: "0.1.0"))
    record.findings = Finding.all(result.findings, in: result.sources)
    return record
  }

  /// Addresses with what is hidden of them, and what is told of.
  @Test(arguments: [
    ("https://tok3n:x-oauth-basic@github.com/a", ["tok3n"], 1),
    ("https://q7Wm2Zx9Lk4Tn8Rb6Vc1@github.com/a", ["q7Wm2Zx9Lk4Tn8Rb6Vc1"], 1),
    ("https://q7Wm2Zx9@github.com/a", ["q7Wm2Zx9"], 0), ("ssh://ec2user01@host/", [], 0),
    ("https://me@github.com/a", [], 0), ("https://me:s3cr3tVal9@registry.example.com/", ["s3cr3tVal9"], 0),
    ("https://me:s3cr3tVal9@registry.acme.io/", ["s3cr3tVal9"], 1),
    ("https://me:s3cr3tVal9@registry.EXAMPLE:5000/", ["s3cr3tVal9"], 0),
    ("https://me:s3cr3tVal9@db.example.org./", ["s3cr3tVal9"], 0),
    ("postgres://me:s3cr3tVal9@db.example-corp.internal/x", ["s3cr3tVal9"], 1),
    ("https://me:s3cr3tVal9@example.com.acme.io/", ["s3cr3tVal9"], 1),
    ("https://api.myexample.com/x?token=q7Wm2Zx9Lk4T", ["q7Wm2Zx9Lk4T"], 1),
    ("https://api.acme.io/x?a=1&token=q7Wm2Zx9Lk4T&b=2", ["q7Wm2Zx9Lk4T"], 1),
    ("https://api.example.com/x?token=q7Wm2Zx9Lk4T", ["q7Wm2Zx9Lk4T"], 0),
    ("https://api.acme.io/x?token=$TOKEN", [], 0), ("https://api.acme.io/x?page_token_path=abc", [], 0),
  ])
  func `Addresses are shown without their secrets`(text: String, hidden: [String], told: Int) {
    let bytes = Array(text.utf8)
    let ranges = SecretShape.hiddenRanges(of: bytes).map {
      String(decoding: bytes[$0.range.indices], as: UTF8.self)
    }
    #expect(ranges == hidden)
    #expect(SecretShape.all(in: bytes).count == told)
  }

  @Test func `The line that sets one is shown without it`() async {
    let tree = MemoryFileTree(["/m.json": Array(Self.template.utf8)])
    let inputs = TemplateInputs(workingDirectory: "/")
    let result = await Linter(tree, registry: .standard).run(LintRequest(["/m.json"], inputs: inputs))
    let shown = result.templates.first.flatMap { result.sources[$0] }?.text(ofLine: 1)
    #expect(shown?.contains("hunter2secret") == false)
  }
}
