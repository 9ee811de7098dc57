import Packer
import Source

extension SourceSet {
  /// Hides the secrets of a template, in its own file and in those that give its variables.
  mutating func conceal(secretsOf template: LintedTemplate) {
    conceal(template.secrets.concealed)
    for path in template.inputs.variableFiles {
      guard let source = self[FileID(path)] else { continue }
      conceal(template.secrets.places(inVariableFile: source))
    }
  }
}
