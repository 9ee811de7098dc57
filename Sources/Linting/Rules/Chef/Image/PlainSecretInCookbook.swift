package import Diagnostics
package import Lint
package import Project
import RubySyntax
import Source

/// Reports secrets that are written into a cookbook.
package struct PlainSecretInCookbook: ProjectRule {
  package static let id: RuleID = "chef/plain-secret"
  package static let findsSecrets = true

  private static let help =
    "read it from an encrypted data bag, or give it with `json` from a sensitive variable; and give the old one back"

  package init() {}

  package func check(_ project: Project, _ findings: inout Findings) {
    for (run, file) in ChefStep.rubyFiles(in: project) {
      var places: Set<Location> = []
      for shape in SecretShape.all(in: file.tree.text.bytes) {
        add("\(shape.what) stands in plain text", file.tree.text.location(of: shape.range))
      }
      for binding in file.outline.bindings {
        guard let name = file.name(of: binding.target), SecretShape.isSecretName(name),
          let value = file.tree.constantText(of: binding.value), SecretShape.isLiteral(value),
          SecretShape.isRandom(value)
        else { continue }
        add("`\(name)` holds a secret in plain text", file.tree.location(of: binding.value))
      }

      func add(_ message: String, _ location: Location) {
        guard !places.contains(where: { $0.range.touches(location.range) }) else { return }
        places.insert(location)
        findings.add(
          message, at: location, help: Self.help, chain: run.chain(to: file), secrets: [location])
      }
    }
  }
}

extension ByteRange {
  fileprivate func touches(_ other: ByteRange) -> Bool { start < other.end && other.start < end }
}

extension ProjectRubyFile {
  /// The name under which a value is kept: the last key of an attribute, a key of a hash, a variable.
  fileprivate func name(of target: RubyNode) -> String? {
    switch tree.shape(of: target) {
    case .call(let call):
      return call.form == .index
        ? tree.nodes(in: call.arguments).last.flatMap(tree.constantText) : tree.spelling(of: call.selector)
    case .local(let word), .instanceVariable(let word), .constant(let word): return tree.spelling(of: word)
    default: return tree.constantText(of: target)
    }
  }
}
