/// Which methods of Ruby's own classes change something, by their names.
enum Mutations {
  /// Whether a method changes its receiver.
  static func change(_ name: String) -> Bool {
    names.contains(name) || name.hasSuffix("!") && name != "!"
  }

  /// Whether a method may change what it is given, though its name is one of a class that is known.
  static func fillArguments(_ name: String) -> Bool {
    fillers.contains(name) || name.hasSuffix("!") && name != "!"
  }

  /// Whether a method of a hash asks for or sets single keys, or does not ask for the entries at all.
  static func areByKey(_ name: String) -> Bool { keyed.contains(name) }

  private static let names: Set<String> = [
    "<<", "[]=", "add", "append", "clear", "concat", "default=", "delete", "delete_at", "delete_if", "fill",
    "force_encoding", "insert", "keep_if", "pop", "prepend", "push", "replace", "setbyte", "shift", "store",
    "unshift", "update",
  ]

  private static let fillers: Set<String> = ["each_with_object", "with_object", "inject", "reduce"]

  private static let keyed: Set<String> = [
    "!", "[]", "[]=", "attribute?", "class", "clear", "delete", "dig", "exist?", "fetch", "frozen?",
    "has_key?",
    "include?", "instance_of?", "is_a?", "key?", "kind_of?", "member?", "merge!", "nil?", "read", "read!",
    "regular_writer", "replace", "respond_to?", "store", "unlink", "unlink!", "update", "write", "write!",
  ]
}
