import Diagnostics
import RubyEvaluation

/// What cookbooks may bring that the run wants and that are not here: resources, methods, constants, attributes. What
/// needs them cannot be told; all else is looked at as ever.
struct AbsentCookbooks {
  private let compiler: RecipeCompiler

  /// nil where every cookbook of the run is here.
  init?(_ compiler: RecipeCompiler) {
    guard !compiler.input.run.closure.unknown.isEmpty else { return nil }
    self.compiler = compiler
  }

  /// Cookbooks whose libraries change Chef's own classes: without them nothing is sure.
  private static let patching: Set<String> = [
    "chef-sugar", "compat_resource", "halite", "poise", "poise-languages", "poise-service", "rewind",
  ]

  /// Whether one of them changes what Chef's own resources do.
  var changeAll: Bool { compiler.input.run.closure.unknown.keys.contains(where: Self.patching.contains) }

  private func doubt(_ what: String, at place: RubyPlace?) -> RubyUnknown {
    let closure = compiler.input.run.closure
    let names = closure.unknown.keys.sorted()
    let lack = names.contains { closure[$0] == nil } ? "is not here" : "is not wholly seen"
    let list = names.map { "`\($0)`" }.joined(separator: ", ")
    return RubyUnknown("\(what) may come from a cookbook that \(lack): \(list)", at: place)
  }

  /// The answer to a call that nothing here answers; nil where it fails whatever those cookbooks bring.
  func answer(to call: CoreCall) throws(Unwinding) -> RubyValue? {
    let name = call.run.spelling(of: call.name)
    switch call.receiver {
    case .nil: return nil
    case .object(let object):
      if let state = object.payload as? ResourceState,
        NameSearch(compiler).property(near: name, of: state, call.receiver) != nil
      {
        return nil
      }
    default: break
    }
    let doubt = doubt("`\(name)`", at: call.place)
    if call.block != nil || call.count > 0 { compiler.findings.note(doubt) }
    guard let block = call.block else { return .unknown(doubt) }
    // Of a resource that is not known neither are its properties.
    _ = try call.run.maybe(because: doubt) { () throws(Unwinding) in
      try call.run.call(block, as: .unknown(doubt), [.unknown(doubt)], at: call.place)
    }
    compiler.mayHoldMore = true
    return .unknown(doubt)
  }

  func constant(_ name: String) -> RubyValue { .unknown(doubt("`\(name)`", at: nil)) }

  /// Why an attribute cannot be told, by its first key; nil for those that are named after a cookbook which is here.
  func doubt(ofAttribute key: String) -> RubyUnknown? {
    let words = Self.words(of: key)
    let isOwn = compiler.input.run.closure.order.contains {
      $0.files.unseen == nil && words == Self.words(of: $0.name)
    }
    return isOwn ? nil : doubt("attribute `\(key)`", at: nil)
  }

  private static func words(of name: String) -> [Substring] { name.split { $0 == "-" || $0 == "_" } }
}
