import RubyEvaluation
import RubySyntax

/// Finds the library that defines what another one asks for too early.
struct LaterLibrary {
  private let compiler: RecipeCompiler
  private static let depthLimit = 8

  init(_ compiler: RecipeCompiler) { self.compiler = compiler }

  /// Says which library that is not loaded yet defines a class or module; nil for none.
  func advice(on name: String) -> String? {
    for cookbook in compiler.input.run.closure.order {
      for path in cookbook.libraries where !compiler.loadedFiles.contains(path) {
        guard let tree = (try? compiler.program(at: path))?.tree,
          Self.defines(name, tree, tree.root, depth: 0)
        else { continue }
        return "`\(path)` defines it and is loaded later: libraries are loaded by their names, unless one "
          + "asks for another by `require_relative`"
      }
    }
    return nil
  }

  private static func defines(_ name: String, _ tree: RubyTree, _ node: RubyNode, depth: Int) -> Bool {
    guard depth < depthLimit else { return false }
    switch tree.shape(of: node) {
    case .statements(let list):
      return tree.nodes(in: list).contains { defines(name, tree, $0, depth: depth + 1) }
    case .body(let body): return defines(name, tree, body.statements, depth: depth + 1)
    case .module(let path, let body):
      return isCalled(name, tree, path) || defines(name, tree, body, depth: depth + 1)
    case .classDefinition(let definition):
      return isCalled(name, tree, definition.path) || defines(name, tree, definition.body, depth: depth + 1)
    default: return false
    }
  }

  private static func isCalled(_ name: String, _ tree: RubyTree, _ path: RubyNode) -> Bool {
    switch tree.shape(of: path) {
    case .constant(let word), .rootConstant(let word), .scopedConstant(_, let word):
      tree.spelling(of: word) == name
    default: false
    }
  }
}
