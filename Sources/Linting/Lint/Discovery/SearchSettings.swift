/// What the configuration in a folder says of the search for templates.
package struct SearchSettings: Sendable {
  /// The folder of the configuration, absolute.
  let folder: String
  /// What is left out of the search below it.
  let excludes: IgnorePatterns?
  /// The patterns that say how templates are built, relative to the folder.
  let templates: [GlobPattern]
  /// The types of components that its own files describe.
  let types: Set<String>

  package init(
    folder: String, excludes: IgnorePatterns? = nil, templates: [GlobPattern] = [], types: Set<String> = []
  ) {
    self.folder = folder
    self.excludes = excludes
    self.templates = templates
    self.types = types
  }

  /// Whether a file at an absolute path is said to be a template.
  func names(_ path: String) -> Bool {
    guard let relative = TreePath.relative(path, to: folder) else { return false }
    return templates.contains { $0.matches(relative) }
  }
}
