import Host
import RubySyntax
import Source

/// What a Ruby file that only declares says, in order.
struct Declarations {
  var calls: [Declaration] = []
  /// What stops Ruby while it reads or runs the file.
  var faults: [ChefFault] = []
  /// Why more may be declared than is known.
  var unknown: UnknownReason?

  subscript(name: String) -> [Declaration] { calls.filter { $0.name.value == name } }

  /// Reads a file: literal values as they stand, anything else by running it.
  static func read(_ file: SourceFile, as language: DeclaringLanguage, in files: any FileTree) -> Declarations
  {
    let tree = RubyTree.parse(DerivedText(file))
    if let fault = ChefFault(syntaxOf: tree) { return Declarations(faults: [fault]) }
    if let plain = PlainDeclarations.read(tree, as: language) { return Declarations(calls: plain) }
    return DeclarationEvaluation.run(tree, of: file.id, as: language, in: files)
  }
}
