/// The modules in the order of the design: each may import those before it, of its own folder or of folders above.
enum ModuleTable {
  struct Folder {
    let name: String
    let modules: [String]
  }

  static let folders = [
    Folder(name: "Foundations", modules: ["Source", "RegularExpressions", "Diagnostics", "Host"]),
    Folder(
      name: "Syntax",
      modules: ["DataSyntax", "Matching", "GoTemplate", "Sprig", "RubySyntax", "ShellSyntax", "PuppetSyntax"]),
    Folder(name: "Models", modules: ["Packer", "RubyEvaluation", "Chef", "Puppet", "Ansible", "Project"]),
    Folder(name: "Containers", modules: ["Image", "Observation", "Engine"]),
    Folder(
      name: "Planning",
      modules: ["Plan", "Expectation", "StructureTest", "Goss", "Drafting", "Prediction"]),
    Folder(name: "Linting", modules: ["RuleCatalog", "Lint", "Rules"]),
    Folder(name: "Execution", modules: ["Baking", "Verification"]),
    Folder(name: "Reporting", modules: ["Report"]),
  ]

  /// All modules, the lowest first; the executable comes last.
  static let order = folders.flatMap(\.modules) + ["ovenproof"]

  /// The modules that may import a thing that the others must not.
  static let reserved: [String: Set<String>] = [
    "CLibYAML": ["DataSyntax"], "CRE2": ["RegularExpressions"], "CSQLite": ["Expectation"],
    "CZlib": ["Image"], "CZstd": ["Image"],
    "CLinux": ["Host", "Engine"], "CStack": ["Source"], "Engine": ["Baking", "Verification", "ovenproof"],
    "ArgumentParser": ["ovenproof"],
    "Subprocess": ["Host"],
  ]
}
