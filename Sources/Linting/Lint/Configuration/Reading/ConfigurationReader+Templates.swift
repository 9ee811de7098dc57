import DataSyntax
import Source

/// Reading of `templates`.
extension ConfigurationReader {
  static let templateKeys = ["path", "name", "working-directory", "var-files", "vars"]

  /// Reads the list of what is known of templates.
  mutating func readTemplates(_ value: DataNode) {
    let help = "write a list of entries with `path`, `working-directory`, `var-files` and `vars`"
    guard value.kind == .sequence else {
      if !isNothing(value) { refuse(value, "templates", help: help) }
      return
    }
    for (index, item) in value.items.enumerated() where !isNothing(item) {
      guard item.kind == .mapping else {
        refuse(item, "templates", help: help)
        continue
      }
      readTemplate(item, number: index + 1)
    }
  }

  private mutating func readTemplate(_ node: DataNode, number: Int) {
    guard let pattern = node["path"], let text = path(pattern, of: "path") else {
      if node["path"] == nil {
        values.add(
          "an entry of `templates` has no `path`", at: node.location,
          help: "name the templates that it is for, as `path: packer/*.json`")
      }
      return
    }
    var settings = TemplateSettings(name: "", pattern: text)
    for entry in node.entries {
      switch entry.key.string {
      case "path": break
      case "name": settings.name = entry.value.string ?? ""
      case "working-directory": settings.workingDirectory = path(entry.value, of: "working-directory")
      case "var-files":
        settings.variableFiles = texts(
          entry.value, of: "var-files", help: "name files of variables, from the configuration's folder on")
      case "vars": settings.variables = variables(entry.value)
      case let key:
        self.settings.add(
          unknownSetting: entry.key, among: Self.templateKeys,
          message: "an entry of `templates` has no key `\(key ?? "")`")
      }
    }
    if settings.name.isEmpty { settings.name = Self.name(of: settings, number: number) }
    configuration.templates.append(settings)
  }

  /// The name of an entry that has none: its files of variables, or where it stands.
  private static func name(of settings: TemplateSettings, number: Int) -> String {
    let files = settings.variableFiles.map(\.value)
    return files.isEmpty ? "templates entry \(number)" : files.joined(separator: ", ")
  }

  private mutating func variables(_ value: DataNode) -> [(name: Located<String>, value: Located<String>)] {
    guard let entries = mapping(value, "vars", help: "write a variable and its value on each line") else {
      return []
    }
    return entries.compactMap { entry in
      guard entry.value.isScalar, entry.value.kind != .null, let text = entry.value.string else {
        values.add(
          "the value of the variable `\(entry.key.string ?? "")` is not a text", at: entry.value.location,
          help: "variables of Packer are texts")
        return nil
      }
      return (
        name: Located(entry.key.string ?? "", at: entry.key.contentLocation),
        value: Located(text, at: entry.value.contentLocation)
      )
    }
  }
}
