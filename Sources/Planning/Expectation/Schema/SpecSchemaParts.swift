import DataSyntax
import Diagnostics
import Matching

/// The schemas of values in a spec.
enum SpecSchemaParts {
  static func reference(_ name: String) -> JSONText {
    .members([("$ref", .string("#/$defs/\(name)"))])
  }

  private static func type(_ names: String...) -> JSONText {
    .members([("type", names.count == 1 ? .string(names[0]) : .strings(names))])
  }

  private static func any(_ schemas: JSONText...) -> JSONText { .members([("anyOf", .array(schemas))]) }

  private static func list(of items: JSONText, least: Int = 0) -> JSONText {
    .members([
      ("type", .string("array")), ("minItems", least == 0 ? nil : .integer(least)), ("items", items),
    ])
  }

  private static func map(of values: JSONText) -> JSONText {
    .members([("type", .string("object")), ("additionalProperties", values)])
  }

  /// What others refer to.
  static let definitions: [(String, JSONText?)] = [
    ("text", type("string", "number", "boolean")),
    ("input", .members([("type", .string("string")), ("pattern", .string(#"\$\{\{"#))])),
    ("flag", any(type("boolean"), reference("input"))),
    (
      "time",
      any(
        .members([
          ("type", .string("string")), ("pattern", .string("^([0-9.]+(ms|s|m|h))+$")),
        ]), reference("input"))
    ),
    ("value", any(reference("text"), reference("matcher"))),
    ("values", any(list(of: reference("value"), least: 1), reference("matcher"), reference("input"))),
    (
      "lines",
      any(reference("text"), list(of: reference("text"), least: 1), reference("matcher"))
    ),
    ("any", any(reference("text"), type("null"), list(of: reference("any")), reference("matcher"))),
    (
      "matcher",
      .members([
        ("type", .string("object")), ("minProperties", .integer(1)), ("maxProperties", .integer(1)),
        ("properties", .members(MatcherParser.names.map { ($0, argument(of: $0)) })),
        ("additionalProperties", .bool(false)),
      ])
    ),
    ("severity", .members([("enum", .strings(Severity.allCases.map(\.rawValue)))])),
    (
      "facts",
      .members([
        ("type", .string("object")), ("minProperties", .integer(1)),
        (
          "properties",
          .members(
            FactKind.all.map { fact in
              (
                fact.word,
                .members([
                  ("description", .string(fact.about)),
                  ("allOf", .array([reference(fact.word == FactKind.family.word ? "values" : "value")])),
                ])
              )
            })
        ), ("patternProperties", .members([("^inputs\\.", reference("any"))])),
        ("additionalProperties", .bool(false)),
      ])
    ),
  ]

  private static func argument(of matcher: String) -> JSONText {
    switch matcher {
    case "equal": .members([])
    case "have-prefix", "have-suffix", "contain-substring", "match-regexp", "semver-constraint":
      type(
        "string", "number")
    case "have-len": any(type("number"), reference("input"))
    case "gt", "ge", "lt", "le": any(type("number"), reference("time"))
    case "have-patterns": list(of: reference("text"))
    case "and", "or", "contain-elements", "consist-of": any(list(of: reference("any")), reference("input"))
    default: reference("any")
    }
  }

  /// What may stand for a property.
  static func value(of property: PropertyKind) -> JSONText {
    if !property.choices.isEmpty {
      return any(
        .members([("enum", .strings(property.choices))]), reference("input"), reference("matcher"))
    }
    return switch property.shape {
    case .flag: any(reference("flag"), reference("matcher"))
    case .scalar: reference("value")
    case .list: reference("values")
    case .words: any(list(of: reference("text")), reference("matcher"), reference("input"))
    case .lines: reference("lines")
    case .named: .members([("type", .string("object")), ("minProperties", .integer(1))])
    case .document:
      .members([
        ("type", .string("object")), ("minProperties", .integer(1)),
        ("additionalProperties", reference("any")),
      ])
    case .any: reference("any")
    }
  }

  static func value(of setting: SettingKind) -> JSONText {
    switch setting.shape {
    case .text: reference("text")
    case .flag: reference("flag")
    case .time: reference("time")
    case .words: any(reference("text"), list(of: reference("text"), least: 1))
    case .list: any(reference("text"), list(of: reference("text"), least: 1))
    case .variables: any(map(of: reference("text")), list(of: reference("text")))
    case .choice(let words): any(.members([("enum", .strings(words))]), reference("input"))
    }
  }

  /// The keys that every thing has.
  static func common(_ moment: ResourceKind.Moment) -> [(String, JSONText?)] {
    ResourceKind.common.map { ($0.word, described($0)) }
      + (moment == .running ? [(ResourceKind.patience.word, described(ResourceKind.patience))] : [])
  }

  private static func described(_ key: ResourceKind.CommonKey) -> JSONText {
    let schema: JSONText =
      switch key.word {
      case "severity": any(reference("severity"), map(of: reference("severity")), reference("input"))
      case "message": any(reference("text"), map(of: reference("text")))
      case "when": reference("facts")
      case "requires": any(reference("text"), list(of: reference("text"), least: 1))
      case "override": reference("flag")
      case "eventually": reference("time")
      default: reference("text")
      }
    return .members([("description", .string(key.about)), ("allOf", .array([schema]))])
  }

  static func value(of key: RunKey) -> JSONText {
    switch key.word {
    case RunKey.entrypoint.word, RunKey.command.word: any(reference("text"), list(of: reference("text")))
    case RunKey.environment.word: map(of: reference("text"))
    case RunKey.network.word:
      any(.members([("enum", .strings(RunSettings.Network.allCases.map(\.rawValue)))]), reference("input"))
    case RunKey.stopWithin.word: reference("time")
    case RunKey.override.word: reference("flag")
    default: reference("text")
    }
  }

  static func sign(_ key: RunKey) -> JSONText {
    key.word == RunKey.within.word
      ? reference("time") : any(reference("text"), list(of: reference("text"), least: 1))
  }

  static func declaration(_ word: String) -> JSONText {
    switch word {
    case "type": .members([("enum", .strings(InputKind.allCases.map(\.rawValue)))])
    case "sensitive": type("boolean")
    case "one-of": any(reference("text"), list(of: reference("text"), least: 1))
    case "default": any(reference("text"), list(of: reference("text")))
    default: reference("text")
    }
  }
}
