import Diagnostics
import Host
import Lint
import Packer
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

  @Test func `The line that sets one is shown without it`() async {
    let tree = MemoryFileTree(["/m.json": Array(Self.template.utf8)])
    let inputs = TemplateInputs(workingDirectory: "/")
    let result = await Linter(tree, registry: .standard).run(LintRequest(["/m.json"], inputs: inputs))
    let shown = result.templates.first.flatMap { result.sources[$0] }?.text(ofLine: 1)
    #expect(shown?.contains("hunter2secret") == false)
  }
}
