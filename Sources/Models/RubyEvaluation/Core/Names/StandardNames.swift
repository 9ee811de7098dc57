/// What Ruby 3.1 and its library have, so that what is merely not written here is `unknown`, and only what nobody has
/// is a fault.
enum StandardNames {
  /// Whether Ruby has a method for instances of a class with these ancestors.
  static func has(_ method: String, _ ancestors: [RubyModule]) -> Bool {
    ancestors.contains { module in key(of: module).flatMap { methods[$0] }?.contains(method) ?? false }
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
