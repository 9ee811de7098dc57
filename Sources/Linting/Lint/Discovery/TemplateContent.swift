import DataSyntax

/// Tells by its name what a file may hold.
enum TemplateContent {
  /// The syntax that a file's name stands for; nil for a file that is neither JSON nor YAML.
  static func syntax(of path: String) -> DataSyntaxKind? {
    let name = path.lowercased()
    return name.hasSuffix(".json") ? .json : name.hasSuffix(".yaml") || name.hasSuffix(".yml") ? .yaml : nil
  }

  /// Whether Packer reads the file as HCL.
  static func isHCL(_ path: String) -> Bool { path.hasSuffix(".pkr.hcl") || path.hasSuffix(".pkr.json") }
}
