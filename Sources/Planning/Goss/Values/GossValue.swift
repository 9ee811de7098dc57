/// A value as goss holds it once YAML or JSON is decoded, or as the system gives it.
indirect enum GossValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A whole number that is too large for `integer`.
  case unsigned(UInt64)
  case float(Double)
  case text([UInt8])
  case time(GossTime)
  case list([GossValue])
  /// A list of the system's: groups, versions, addresses. No list of a file is equal to one.
  case texts([String])
  /// `hasPlainKeys` is false where a key is something other than a text.
  case map([Entry], hasPlainKeys: Bool)

  struct Entry: Sendable, Hashable {
    /// The key as Go prints it.
    let key: String
    /// The key itself: not all are texts.
    let typedKey: GossValue
    let value: GossValue

    init(key: GossValue, value: GossValue) {
      self.key = key.printed
      typedKey = key
      self.value = value
    }
  }

  static func text(_ text: String) -> GossValue { .text(Array(text.utf8)) }

  /// The items of a list of either kind; nil for anything else.
  var items: [GossValue]? {
    switch self {
    case .list(let items): items
    case .texts(let texts): texts.map { .text($0) }
    default: nil
    }
  }

  /// The text of a text; nil for anything else.
  var string: String? {
    if case .text(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil }
  }
}
