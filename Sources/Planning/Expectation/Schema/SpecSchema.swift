package import DataSyntax
import Diagnostics
import Matching

/// A JSON Schema of specs for editors, made from the tables of words that the reader goes by.
package struct SpecSchema {
  package init() {}

  /// The schema.
  package var json: JSONText {
    .members([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .string("urn:ovenproof:schema:spec:1")),
      ("title", .string("A spec of Ovenproof")),
      ("description", .string("What an image must be; see docs/spec.md.")),
      ("type", .string("object")),
      ("properties", .members(sections + roots)),
      (
        "patternProperties",
        .members([("^x-", .members([("description", .string("A home for YAML anchors."))]))])
      ),
      ("additionalProperties", .bool(false)), ("$defs", .members(SpecSchemaParts.definitions)),
    ])
  }

  private var sections: [(String, JSONText?)] {
    ResourceKind.named.map { kind in
      (
        kind.word,
        Self.object([
          ("description", .string(kind.about)), ("minProperties", .integer(1)),
          ("additionalProperties", entry(of: kind)),
        ])
      )
    } + ResourceKind.single.map { ($0.word, entry(of: $0)) }
  }

  private var roots: [(String, JSONText?)] {
    [
      (RootKey.start.word, start), (RootKey.inputs.word, inputs), (RootKey.include.word, includes),
      (RootKey.conditions.word, Self.described(RootKey.conditions.about, SpecSchemaParts.reference("facts"))),
    ]
  }

  /// A map of given members, and no others unless it says so.
  private static func object(_ members: [(String, JSONText?)]) -> JSONText {
    .members([("type", .string("object"))] + members)
  }

  private static func described(_ about: String, _ schema: JSONText) -> JSONText {
    .members([("description", .string(about)), ("allOf", .array([schema]))])
  }

  /// One thing of a section; one without a property that says whether it is there may be left empty.
  private func entry(of kind: ResourceKind) -> JSONText {
    let properties = kind.properties.map { property in
      (property.name, Optional(Self.described(property.about, SpecSchemaParts.value(of: property))))
    }
    let settings = kind.settings.map { setting in
      (setting.word, Optional(Self.described(setting.about, SpecSchemaParts.value(of: setting))))
    }
    let body = Self.object([
      ("description", .string(kind.about)),
      (
        "properties",
        .members(properties + settings + SpecSchemaParts.common(kind.moment))
      ),
      ("additionalProperties", .bool(false)),
    ])
    guard kind.moment == .sandbox || kind.moment == .running && kind.presence == nil else { return body }
    return .members([("anyOf", .array([body, .members([("type", .string("null"))])]))])
  }

  private var start: JSONText {
    let signs = RunKey.signs.map { key in
      (key.word, Optional(Self.described(key.about, SpecSchemaParts.sign(key))))
    }
    let ready = Self.object([
      ("minProperties", .integer(1)), ("properties", .members(signs)), ("additionalProperties", .bool(false)),
    ])
    let members = RunKey.all.map { key in
      (
        key.word,
        Optional(
          Self.described(key.about, key.word == RunKey.ready.word ? ready : SpecSchemaParts.value(of: key)))
      )
    }
    return .members([
      ("description", .string(RootKey.start.about)), ("type", .array([.string("object"), .string("null")])),
      ("properties", .members(members)), ("additionalProperties", .bool(false)),
    ])
  }

  private var inputs: JSONText {
    let members = InputDeclaration.keys.map { key in
      (key.word, Optional(Self.described(key.about, SpecSchemaParts.declaration(key.word))))
    }
    return Self.object([
      ("description", .string(RootKey.inputs.about)), ("minProperties", .integer(1)),
      ("propertyNames", .members([("pattern", .string("^[A-Za-z0-9_-]+$"))])),
      (
        "additionalProperties",
        .members([
          ("type", .array([.string("object"), .string("null")])), ("properties", .members(members)),
          ("additionalProperties", .bool(false)),
        ])
      ),
    ])
  }

  private var includes: JSONText {
    let handed = Self.object([
      (
        "properties",
        .members(
          SpecInclude.keys.map { key in
            (
              key.word,
              Self.described(
                key.about, .members([("type", .string(key.word == "with" ? "object" : "string"))]))
            )
          })
      ), ("required", .strings(["file"])), ("additionalProperties", .bool(false)),
    ])
    let one = JSONText.members([("anyOf", .array([SpecSchemaParts.reference("text"), handed]))])
    return .members([
      ("description", .string(RootKey.include.about)),
      (
        "anyOf",
        .array([
          one,
          .members([("type", .string("array")), ("minItems", .integer(1)), ("items", one)]),
        ])
      ),
    ])
  }
}
