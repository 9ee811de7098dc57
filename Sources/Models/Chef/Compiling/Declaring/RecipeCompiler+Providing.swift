import RubyEvaluation

extension RecipeCompiler {
  /// Lets a class answer to a name: `provides :name, platform: …`.
  func provide(_ name: String, _ kind: ResourceKind, _ call: CoreCall?) {
    if kind.name == nil { kind.name = name }
    var isUnknown = false
    func texts(_ key: String) -> [String] {
      guard let value = call?.option(key) else { return [] }
      if value.doubt != nil { isUnknown = true }
      return spellings(in: [value])
    }
    let entry = ProvidedName(
      kind: kind, platforms: texts("platform"), families: texts("platform_family"), systems: texts("os"),
      versions: texts("platform_version"), condition: call?.block, isUnknown: isUnknown)
    providers[name, default: []].append(entry)
  }

  /// The class whose methods the actions of a kind have.
  func actionClass(of kind: ResourceKind) -> RubyModule {
    if let known = run.constant("ActionProvider", in: kind.module) { return known }
    let above = kind.parent.flatMap { parent in
      parent.facts == nil && parent.parent != nil ? actionClass(of: parent) : nil
    }
    return run.makeClass("ActionProvider", superclass: above ?? classes.actionClass, in: kind.module)
  }

  /// Evaluates a partial in a class: `use 'name'` is the file `_name.rb` beside the one that asks.
  func use(partial name: String, in module: RubyModule, _ call: CoreCall) throws(Unwinding) {
    let parts = name.split(separator: "/").map(String.init)
    guard !name.hasPrefix("core::"), let last = parts.last, let asker = call.place?.program.path else {
      kind(of: module)?.isOpen = true
      return
    }
    let base = last.hasSuffix(".rb") ? String(last.dropLast(3)) : last
    let bare = base.hasPrefix("_") ? String(base.dropFirst()) : base
    let folder = asker.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
    let path = (folder + parts.dropLast() + ["_\(bare).rb"]).joined(separator: "/")
    guard let program = try program(at: path) else {
      throw run.raise(classes.noSuchFile, "No such file or directory - \(path)", at: call.place)
    }
    try evaluate(program, in: module, call)
  }
}
