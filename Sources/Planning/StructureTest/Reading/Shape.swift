/// What a value of the file must be, with the names that error messages of the original have for it.
indirect enum Shape: Sendable {
  case text, number, truth
  case list(Shape)
  case record(RecordShape)

  /// Its type in Go.
  var typeName: String {
    switch self {
    case .text: "string"
    case .number: "int"
    case .truth: "bool"
    case .list(let item): "[]" + item.typeName
    case .record(let record): record.typeName
    }
  }

  /// What stands in a sentence for it.
  var words: String {
    switch self {
    case .text: "a text"
    case .number: "a whole number"
    case .truth: "`true` or `false`"
    case .list(.record): "a list of maps"
    case .list(.list): "a list of lists of texts"
    case .list: "a list of texts"
    case .record: "a map"
    }
  }
}

/// The keys of a map.
struct RecordShape: Sendable {
  struct Field: Sendable {
    let name: String
    /// Its name in Go, by which JSON is read, whatever the case of its letters.
    let goName: String
    let shape: Shape

    init(_ name: String, _ shape: Shape, goName: String? = nil) {
      self.name = name
      self.goName = goName ?? name.prefix(1).uppercased() + name.dropFirst()
      self.shape = shape
    }
  }

  /// `v2.CommandTest`.
  let typeName: String
  /// The type that YAML is read into, where that is another.
  let holderName: String
  let fields: [Field]

  init(_ typeName: String, holder: String? = nil, _ fields: [Field]) {
    self.typeName = typeName
    holderName = holder ?? typeName
    self.fields = fields
  }

  /// The name without its package.
  var shortName: String { String(typeName.drop { $0 != "." }.dropFirst()) }
}
