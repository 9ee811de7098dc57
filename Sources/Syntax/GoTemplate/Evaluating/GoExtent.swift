/// How much room a value takes where it is printed; parts that several places share count at each of them.
struct GoExtent {
  /// How many bytes a text may have that an action makes.
  static let textLimit = 1 << 20
  /// How many bytes a list or a map that an action makes may come to where it is printed.
  static let containerLimit = 4 << 20
  /// How deep lists and maps may lie in each other.
  static let depthLimit = 200

  /// Functions that hand on what is there and make nothing.
  static let choosers: Set<String> = [
    "index", "get", "first", "mustFirst", "last", "mustLast", "default", "coalesce", "ternary", "dig",
    "deepCopy", "mustDeepCopy", "readFile",
  ]

  /// About the bytes; beyond the limit it is not counted on.
  private(set) var size = 0
  private(set) var isTooDeep = false

  /// Counts a value up to the limit of lists and maps.
  init<Opaque>(of value: GoValue<Opaque>) { count(value, depth: 0) }

  /// Why a value is larger than a template may make one; nil where it is not.
  static func excess<Opaque>(of value: GoValue<Opaque>) -> (size: Int, problem: String?) {
    let extent = GoExtent(of: value)
    if extent.isTooDeep { return (extent.size, "it nests deeper than \(depthLimit)") }
    let limit = if case .text = value { textLimit } else { containerLimit }
    return (extent.size, extent.size > limit ? tooLarge(limit) : nil)
  }

  /// In words what is wrong with something that is larger than a limit.
  static func tooLarge(_ limit: Int) -> String { "it comes to more than \(limit >> 20) MiB" }

  private var isBeyond: Bool { isTooDeep || size > Self.containerLimit }

  private mutating func count<Opaque>(_ value: GoValue<Opaque>, depth: Int) {
    guard depth <= Self.depthLimit else {
      isTooDeep = true
      return
    }
    switch value {
    case .missing, .none, .unknown, .bool: size += 5
    case .integer, .unsigned, .float: size += 8
    case .object(let object): size += object.printed.utf8.count
    case .text(let text): size += text.size
    case .list(let items, _):
      size += 2
      for item in items where !isBeyond {
        size += 1
        count(item, depth: depth + 1)
      }
    case .map(let entries, _):
      size += 5
      for (key, item) in entries where !isBeyond {
        size += key.utf8.count + 2
        count(item, depth: depth + 1)
      }
    }
  }
}
