package import Source

/// An entry of `templates`: how the templates that a pattern names are meant to be built.
package struct TemplateSettings: Sendable {
  /// What the entry is called in findings that hold with it alone.
  package var name: String
  /// The pattern, relative to the configuration's folder.
  package var pattern: Located<String>
  /// The folder that Packer runs in, relative to the configuration's folder.
  package var workingDirectory: Located<String>?
  /// Files of variables, relative to the configuration's folder.
  package var variableFiles: [Located<String>] = []
  package var variables: [(name: Located<String>, value: Located<String>)] = []

  init(name: String, pattern: Located<String>) {
    self.name = name
    self.pattern = pattern
  }
}
