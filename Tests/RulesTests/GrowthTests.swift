import Diagnostics
import Host
import Lint
import Packer
import Rules
import Testing

/// Templates that would grow without bound when they are rendered.
@Suite struct GrowthTests {
  private static func findings(_ template: String) async -> [String] {
    let tree = MemoryFileTree(["/m.json": Array(template.utf8)])
    let result = await Linter(tree, registry: .standard).run(
      LintRequest(["/m.json"], inputs: TemplateInputs(workingDirectory: "/")))
    return result.findings.map(\.message)
  }

  @Test(arguments: ["lol", "{{timestamp}}"])
  func `Variables that double each other end at a bound that is told`(base: String) async {
    let variables = (0..<60).map { #""v\#($0)": "{{user `v\#($0 + 1)`}}{{user `v\#($0 + 1)`}}""# }
    let template = """
      {"variables": {\(variables.joined(separator: ", ")), "v60": "\(base)"},
       "builders": [{"type": "null", "communicator": "none"}],
       "provisioners": [{"type": "shell-local", "inline": ["echo {{user `v0`}}"]}]}
      """
    #expect(await Self.findings(template) == ["what it comes to grows beyond 1 MiB"])
  }

  @Test func `A large variable that is read all over ends at a bound that is told`() async {
    let inline = [String](repeating: #""echo {{user `v`}}""#, count: 200).joined(separator: ", ")
    let template = """
      {"variables": {"v": "\(String(repeating: "x", count: 900_000))"},
       "builders": [{"type": "null", "communicator": "none"}],
       "provisioners": [{"type": "shell-local", "inline": [\(inline)]}]}
      """
    #expect(await Self.findings(template).contains("the texts of this template grow beyond 32 MiB"))
  }
}
