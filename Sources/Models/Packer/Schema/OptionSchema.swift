import DataSyntax

/// The schema of one option's value, as wide as Packer's decoder is: it makes numbers and booleans of texts, texts of
/// numbers, and a list of a single value.
struct OptionSchema {
  private let option: OptionFacts
  private let choices: [String]

  /// `choices` are the only values, where there are a few.
  init(_ option: OptionFacts, choices: [String] = []) {
    self.option = option
    self.choices = choices
  }

  var json: JSONText {
    .members(
      [
        ("description", .string(words)),
        ("deprecated", option.isDeprecated || option.goneSince != nil ? .bool(true) : nil),
        ("doNotSuggest", option.isInternal ? .bool(true) : nil),
      ] + value)
  }

  private var value: [(String, JSONText?)] {
    if !choices.isEmpty, option.type == .string {
      let given = JSONText.members([("enum", .strings(choices + (choices.contains("") ? [] : [""])))])
      let rendered = JSONText.members([("type", .string("string")), ("pattern", .string(Self.expression))])
      return [("anyOf", .array([given, rendered, .members([("type", .string("null"))])]))]
    }
    // Both forms are right, each for its Packer.
    guard option.laterType == nil || option.laterType == option.type else { return [] }
    return Self.members(of: option.type, option.options)
  }

  /// A text that is rendered first: what comes of it nobody knows here.
  private static let expression = #"\{\{"#

  private static func members(of type: OptionType, _ options: [String: OptionFacts]) -> [(String, JSONText?)]
  {
    switch type {
    case .any: []
    case .string: [types("string", "number", "boolean", "null")]
    case .bool, .trilean: text("|1|0|t|f|T|F|TRUE|FALSE|true|false|True|False")
    case .int: text("|[-+]?(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|[0-9]+)")
    case .uint: text("|0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|[0-9]+")
    case .float: text("|[-+]?[0-9]*\\.?[0-9]*([eE][-+]?[0-9]+)?")
    case .duration: text("|[-+]?(0|([0-9]*\\.?[0-9]*(ns|us|µs|μs|ms|s|m|h))+)")
    case .bytes: [types("array", "null"), ("items", .members([types("number")]))]
    case .object:
      [
        types("object", "array", "null"),
        ("properties", options.isEmpty ? nil : .members(nested(options))),
        ("additionalProperties", options.isEmpty ? nil : .bool(false)),
      ]
    case .list(let item):
      [
        types("array", "object", "string", "number", "boolean", "null"),
        ("items", .members(members(of: item, options))),
      ]
    case .map(let item):
      [types("object", "array", "null"), ("additionalProperties", .members(members(of: item, options)))]
    }
  }

  private static func nested(_ options: [String: OptionFacts]) -> [(String, JSONText?)] {
    options.values.sorted { $0.name < $1.name }.map { ($0.name, OptionSchema($0).json) }
  }

  private static func types(_ names: String...) -> (String, JSONText?) { ("type", .strings(names)) }

  /// A number or a boolean, or a text that becomes one.
  private static func text(_ pattern: String) -> [(String, JSONText?)] {
    [types("boolean", "number", "string", "null"), ("pattern", .string("^(\(pattern))$|\(expression)"))]
  }

  /// What is known of the option, as sentences.
  private var words: String {
    var sentences = [option.type.words.capitalizedFirst]
    if option.isRequired { sentences.append("Required") }
    if !choices.isEmpty { sentences.append("One of " + choices.map { "`\($0)`" }.joined(separator: ", ")) }
    if let value = option.defaultValue, !value.isEmpty {
      sentences.append("`\(value)` where nothing is written")
    }
    if option.isSensitive { sentences.append("A secret: give it as a variable") }
    if let path = option.path { sentences.append(Self.words(for: path)) }
    if !option.fields.isEmpty {
      sentences.append(
        "Rendered during the build, with " + option.fields.map { "`{{.\($0)}}`" }.joined(separator: ", "))
    }
    if option.isDeprecated { sentences.append("Deprecated") }
    if let since = option.since { sentences.append("Only newer releases have it, from \(since) on") }
    if let gone = option.goneSince { sentences.append("Gone from release \(gone) on") }
    return sentences.map { $0 + "." }.joined(separator: " ")
  }

  private static func words(for path: OptionFacts.PathKind) -> String {
    switch path {
    case .file: "A file that must be there"
    case .folder: "A folder that must be there"
    case .any: "A file or folder that must be there"
    case .anyOrPattern: "A file or folder that must be there, or a pattern with `*`"
    case .notFolder: "A path at which no folder may stand"
    case .nothing: "A path at which nothing may stand yet"
    case .checksumFile: "A checksum, or `file:` and a file that must be there"
    case .privateKey: "A file with a private key that no passphrase protects"
    case .rsaPrivateKey: "A file with a private key for RSA"
    case .jsonObject: "A file with an object in JSON"
    case .certificate: "A file with a certificate for an SSH key"
    case .googleAccount: "The JSON of a service account, or a file that holds it"
    case .unchecked: "A path on the host"
    }
  }
}

extension String {
  /// The text with its first letter in upper case.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
