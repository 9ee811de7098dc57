import DataSyntax
import Packer
import Source

/// Every value that is written for a sensitive variable: one that another takes the place of is a secret still.
struct ReplacedSecrets {
  /// The values with the names of their variables.
  private(set) var texts: [String: String] = [:]

  private let names: Set<String>

  init(
    of template: PackerTemplate, in file: SourceFile, given inputs: TemplateInputs, _ sources: SourceSet
  ) {
    names = Set(template.sensitiveVariables.map(\.value))
    guard !names.isEmpty else { return }
    for variable in template.variables {
      if let text = variable.value.text?.string {
        add(text, of: variable.name.value)
      } else if variable.value.kind == .number {
        let range = variable.value.location.range.indices
        add(String(decoding: file.bytes[range], as: UTF8.self), of: variable.name.value)
      }
    }
    for path in inputs.variableFiles {
      guard let source = sources[FileID(path)] else { continue }
      let syntax = inputs.variableFileSyntax ?? PackerTemplate.syntax(of: source)
      let root = DataParser.parse(DerivedText(source), as: syntax).tree.root
      for entry in root.entries { add(entry.value.string ?? "", of: entry.key.string ?? "") }
    }
    for (name, value) in inputs.variables { add(value, of: name) }
  }

  /// Takes in what is written out; what stands between `{{` and `}}` names no secret.
  private mutating func add(_ text: String, of name: String) {
    if names.contains(name), !text.isEmpty, !text.contains("{{") { texts[text] = name }
  }
}
