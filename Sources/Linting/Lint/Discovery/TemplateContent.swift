import DataSyntax
import Packer
import Source

/// Tells by its content whether a file that nobody named is a Packer template.
enum TemplateContent {
  /// The syntax that a file's name stands for; nil for a file that is neither JSON nor YAML.
  static func syntax(of path: String) -> DataSyntaxKind? {
    let name = path.lowercased()
    return name.hasSuffix(".json") ? .json : name.hasSuffix(".yaml") || name.hasSuffix(".yml") ? .yaml : nil
  }

  /// Whether Packer reads the file as HCL.
  static func isHCL(_ path: String) -> Bool { path.hasSuffix(".pkr.hcl") || path.hasSuffix(".pkr.json") }

  /// Whether the root is a mapping with `builders`: a list of them, or at least with other parts of a template beside.
  ///
  /// Other tools have files whose root has `builders` too: theirs is a mapping, or as in a data bag a list of names.
  static func isTemplate(_ file: SourceFile) -> Bool {
    guard PackerTemplate.isTemplate(file), let template = PackerTemplate.read(file).0 else { return false }
    guard let builders = template.root.entries.named("builders")?.value else { return true }
    let keys = template.root.entries.map { $0.name.value.lowercased() }
    if keys.contains(where: companions.contains) { return true }
    return builders.kind == .list && (builders.items.isEmpty || builders.items.contains { $0.kind != .text })
      && !keys.contains("run_list")
  }

  private static let companions: Set = ["provisioners", "post-processors", "variables", "min_packer_version"]
}
