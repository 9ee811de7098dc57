import Diagnostics
import Host
import Lint
import Packer
import RuleCatalog
import Rules
import Source

/// Files that are linted as a page's example: the first one by name, in memory.
struct ExampleRun {
  var files: [(path: String, bytes: [UInt8])]
  let example: RuleExample

  init(_ example: RuleExample) {
    self.example = example
    files = example.files.map { ($0.path, $0.bytes) }
  }

  /// What lint says.
  func result() async -> LintResult {
    await Linter(tree, registry: .standard).run(request)
  }

  /// What fixes make of it.
  func mended(at level: FixLevel) async -> FixResult {
    await Fixer(tree, registry: .standard, level: level).run(request)
  }

  private var tree: MemoryFileTree {
    MemoryFileTree(Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first })
  }

  private var request: LintRequest {
    let profile = example.values(of: "profile").first.flatMap(RuleProfile.init) ?? .standard
    return LintRequest([files[0].path], profile: profile, inputs: inputs)
  }

  private var inputs: TemplateInputs {
    var inputs = TemplateInputs(workingDirectory: "/")
    inputs.only = example.values(of: "only").flatMap { $0.split(separator: ",").map(String.init) }
    inputs.except = example.values(of: "except").flatMap { $0.split(separator: ",").map(String.init) }
    inputs.variableFiles = example.values(of: "var-file")
    inputs.variables = example.values(of: "var").compactMap { pair in
      guard let mark = pair.firstIndex(of: "=") else { return nil }
      return (String(pair[..<mark]), String(pair[pair.index(after: mark)...]))
    }
    return inputs
  }
}
