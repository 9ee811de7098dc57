import DataSyntax
import Diagnostics
import Host
import Source

/// Reads the files of `-var-file`: an object of texts, JSON or YAML.
struct VariableFiles {
  private(set) var values: [(name: Located<String>, value: DerivedText)] = []
  private(set) var faults: [EvaluationFault] = []

  private let syntax: DataSyntaxKind?

  /// Larger files are refused.
  private static let sizeLimit = 16 << 20

  /// Reads the files in order; what is wrong with one is told at `place`, or where it is named.
  init(_ inputs: TemplateInputs, in files: some FileTree, at place: Location) {
    syntax = inputs.variableFileSyntax
    for path in inputs.variableFiles {
      do throws(HostError) {
        read(SourceFile(FileID(path), bytes: try files.read(path, limit: Self.sizeLimit)))
      } catch {
        let place = inputs.variableFilePlaces[path] ?? place
        faults.append(EvaluationFault(.variableFileUnreadable(path, reason: error.reason.words), at: place))
      }
    }
  }

  private mutating func read(_ file: SourceFile) {
    let (tree, diagnostics) = DataParser.parse(
      DerivedText(file), as: syntax ?? PackerTemplate.syntax(of: file))
    let root = TemplateValue(tree.root)
    let isBroken = diagnostics.contains { $0.severity == .error }
    guard root.kind == .map, !isBroken else {
      let place = diagnostics.first?.primary ?? root.location
      faults.append(EvaluationFault(.variableFileMalformed(file.id.path, variable: nil), at: place))
      return
    }
    for entry in root.entries {
      // A YAML file writes numbers and booleans without quotes; what it says is what is meant.
      let isText = entry.value.kind == .text || (tree.syntax == .yaml && entry.value.weakText != nil)
      if entry.value.kind == .null {
        // Go reads it as an empty text.
        values.append((entry.name, DerivedText([], segments: [], whole: entry.value.location)))
      } else if isText, let text = entry.value.scalar {
        values.append((entry.name, text))
      } else {
        let problem = EvaluationFault.Problem.variableFileMalformed(file.id.path, variable: entry.name.value)
        faults.append(EvaluationFault(problem, at: entry.value.location))
      }
    }
  }
}
