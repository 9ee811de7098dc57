import Host
import Lint
import Packer
import RuleCatalog
import Rules
import Source
import Support
import Testing

/// A template of `Fixtures/validate` with the verdict of the real Packer: its folder.
///
/// `accepted` passes `packer validate`, `refused` fails it, `broken` fails `packer validate -syntax-only` already. A
/// file `NAME.arguments` beside a template holds switches, one a line. A new case is a new file.
struct ValidateCase: Sendable, CustomTestStringConvertible {
  enum Verdict: String, Sendable, CaseIterable { case accepted, refused, broken }

  let name: String
  let verdict: Verdict
  let arguments: [String]

  var testDescription: String { path }
  var path: String { verdict.rawValue + "/" + name }

  /// The folder in which Packer was run.
  static let folder = Repository.fixture("validate")

  static func all() throws -> [ValidateCase] {
    try Verdict.allCases.flatMap { verdict in
      let files = try CaseFolder.files(
        in: "validate/" + verdict.rawValue, endings: [".json", ".yml", ".arguments"])
      let arguments = Dictionary(
        uniqueKeysWithValues: files.filter { $0.name.hasSuffix(".arguments") }.map { file in
          (String(file.name.dropLast(".arguments".count)), file.text.split(separator: "\n").map(String.init))
        })
      return files.filter { !$0.name.hasSuffix(".arguments") }.map {
        ValidateCase(name: $0.name, verdict: verdict, arguments: arguments[$0.name] ?? [])
      }
    }
  }

  /// What lint says under the profile.
  func result(_ extent: TemplateInputs.Extent = .whole) async -> LintResult {
    let disk = Disk(workingDirectory: Self.folder)
    return await Linter(disk, registry: .standard).run(
      LintRequest([path], profile: .validate, inputs: inputs(extent)))
  }

  private func inputs(_ extent: TemplateInputs.Extent) -> TemplateInputs {
    var inputs = TemplateInputs(workingDirectory: Self.folder)
    inputs.environment = ["HOME": "/nowhere", "PATH": "/nowhere"]
    inputs.extent = extent
    var words = arguments[...]
    while let word = words.popFirst() {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard let value = parts.count > 1 ? parts[1] : words.popFirst() else { break }
      switch parts[0] {
      case "-var":
        let pair = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
          String.init)
        inputs.variables.append((pair[0], pair.count > 1 ? pair[1] : ""))
      case "-var-file": inputs.variableFiles.append(value)
      case "-only": inputs.only += value.split(separator: ",").map(String.init)
      case "-except": inputs.except += value.split(separator: ",").map(String.init)
      default: break
      }
    }
    return inputs
  }
}
