/// A type of resource: the words that goss knows of it.
struct GossKind: Sendable {
  /// An attribute of a resource.
  struct Attribute: Sendable {
    enum Form: Sendable {
      /// An expected value; of a reader a list holds patterns for its lines.
      case matcher, reader
      case text, flag, number, texts, map
      /// Any value, such as the content of `matching`.
      case value
    }

    let name: String
    let form: Form
    /// The name in results.
    let property: String
    /// Whether there is a result even when the attribute is left out.
    let isRequired: Bool

    init(_ name: String, _ form: Form = .matcher, as property: String? = nil, isRequired: Bool = false) {
      self.name = name
      self.form = form
      self.property = property ?? name
      self.isRequired = isRequired
    }

    var isAsserted: Bool { form == .matcher || form == .reader }
  }

  /// The key in the file.
  let word: String
  /// The type in results.
  let type: String
  /// The attribute that names what is looked at in place of the key.
  let override: String?
  /// In the order in which they are judged.
  let attributes: [Attribute]
  /// Whether a first property that does not hold makes goss skip the rest.
  let skipsRest: Bool

  init(
    _ word: String, _ type: String, override: String? = nil, skipsRest: Bool = false,
    _ attributes: [Attribute]
  ) {
    self.word = word
    self.type = type
    self.override = override
    self.skipsRest = skipsRest
    let shared: [Attribute] = [.init("title", .text), .init("meta", .map), .init("skip", .flag)]
    self.attributes = attributes + (override.map { [.init($0, .text)] } ?? []) + shared
  }

  func attribute(_ name: String) -> Attribute? { attributes.first { $0.name == name } }
}
