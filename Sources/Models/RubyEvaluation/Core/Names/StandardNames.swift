/// What Ruby 3.1 and its library have, so that what is merely not written here is `unknown`, and only what nobody has
/// is a fault.
package enum StandardNames {
  /// Whether Ruby has a method for instances of a class with these ancestors.
  static func has(_ method: String, _ ancestors: [RubyModule]) -> Bool {
    ancestors.contains { module in key(of: module).flatMap { methods[$0] }?.contains(method) ?? false }
  }

  /// Whether a plain value of Ruby has a method: a text, number, list, hash.
  package static func isOfValues(_ method: String) -> Bool {
    ["String", "Integer", "Float", "Symbol", "Array", "Hash", "Range", "Enumerable", "Comparable"].contains {
      methods[$0]?.contains(method) ?? false
    }
  }

  /// Whether Ruby's `File` itself has a method that no other class has.
  package static func isOfFiles(_ method: String) -> Bool {
    (methods["File."]?.contains(method) ?? false)
      || (methods["IO."]?.contains(method) ?? false) && method != "new"
  }

  /// The methods of the instances of a plain class: `String`, `Array`.
  package static func methods(of className: String) -> Set<String> {
    guard let own = methods[className],
      ["String", "Integer", "Float", "Symbol", "Array", "Hash", "Range"].contains(className)
    else { return [] }
    let walks = ["Array", "Hash", "Range"].contains(className) ? methods["Enumerable"] ?? [] : []
    return own.union(walks).union(methods["Object"] ?? []).union(methods["Kernel"] ?? [])
  }

  /// Whether the methods of a class or module itself are listed; those of exceptions are inherited.
  static func tellsAll(of module: RubyModule) -> Bool {
    guard let name = module.name else { return true }
    return module.kind == .exception || lists[name + "."] != nil || lists[name] != nil
  }

  /// Whether a class or module itself, of which all methods are listed, surely has none of a name.
  static func lacks(_ method: String, _ module: RubyModule, _ ancestors: [RubyModule]) -> Bool {
    module.isCore && module.name.map { lists[$0 + "."] != nil } ?? false && !has(method, ancestors)
  }

  /// The constants of the top level.
  static let constants: Set<String> = words(constantList)

  private static let methods: [String: Set<String>] = lists.mapValues { words($0) }

  /// The list of a class, or of the singleton class of one.
  private static func key(of module: RubyModule) -> String? {
    guard module.isSingleton else { return module.isCore ? module.name : nil }
    guard let attached = module.attached as? RubyModule, attached.isCore else { return nil }
    return attached.name.map { $0 + "." }
  }

  private static func words(_ list: String) -> Set<String> {
    Set(list.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
