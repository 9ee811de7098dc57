package import DataSyntax

/// The JSON Schema (draft 7) of a template, made from the component catalog: what editors complete and underline.
///
/// It accepts what Packer accepts: a text with `{{…}}` may stand where a number or a boolean is wanted, and a single
/// value where a list is. What only rules can tell it leaves to lint.
package struct TemplateSchema: Sendable {
  private let catalog: ComponentCatalog

  /// The catalog has to hold every component.
  package init(_ catalog: ComponentCatalog) { self.catalog = catalog }

  /// The whole schema.
  package var json: JSONText {
    var definitions = SharedDefinitions()
    for kind in Self.kinds {
      for name in catalog.names(of: kind) {
        guard let component = catalog[kind, name] else { continue }
        definitions.add(ComponentSchema(component).json, named: Self.definition(kind, name))
      }
      definitions.add(choice(of: kind), named: Self.plural(kind))
    }
    return .members(
      [
        ("$schema", .string("http://json-schema.org/draft-07/schema#")),
        ("title", .string("Packer template")),
        ("description", .string("A template of Packer in JSON, or the same in YAML.")),
      ] + Self.root + [("definitions", definitions.json)])
  }

  private static let kinds: [ConfiguredComponent.Kind] = [.builder, .provisioner, .postProcessor]

  private static func plural(_ kind: ConfiguredComponent.Kind) -> String {
    switch kind {
    case .builder: "builders"
    case .provisioner: "provisioners"
    case .postProcessor: "post-processors"
    }
  }

  private static func definition(_ kind: ConfiguredComponent.Kind, _ name: String) -> String {
    "\(plural(kind)).\(name)"
  }

  private static func reference(_ name: String) -> JSONText {
    .members([("$ref", .string("#/definitions/\(name)"))])
  }

  private static func described(_ words: String, _ members: [(String, JSONText?)]) -> JSONText {
    .members([("description", .string(words))] + members)
  }

  /// A component by its `type`: the names to choose from, and for each what goes with it.
  private func choice(of kind: ConfiguredComponent.Kind) -> JSONText {
    let names = catalog.names(of: kind)
    let branches = names.map { name in
      JSONText.members([
        (
          "if",
          .members([
            ("required", .strings(["type"])),
            ("properties", .members([("type", .members([("const", .string(name))]))])),
          ])
        ),
        ("then", Self.reference(Self.definition(kind, name))),
      ])
    }
    // Of these only the name is known: any option may stand in them.
    let others = catalog.plugins(of: kind).filter { !names.contains($0.type) }
    let words = names.map { catalog[kind, $0].map(ComponentSchema.words) ?? "" }
    let type = Self.described(
      "Which \(kind.words) it is.",
      [
        ("enum", .strings(names + others.map(\.type))),
        (
          "enumDescriptions",
          .strings(words + others.map { "The \(kind.words) `\($0.type)` of the plugin `\($0.plugin)`." })
        ),
      ])
    return .members([
      ("type", .string("object")), ("required", .strings(["type"])),
      ("properties", .members([("type", type)])), ("allOf", .array(branches)),
    ])
  }

  private static var root: [(String, JSONText?)] {
    [
      ("type", .string("object")), ("required", .strings(["builders"])),
      ("properties", .members(properties)),
      // Packer takes such keys for comments.
      ("patternProperties", .members([("^_", described("A comment.", [("type", .string("string"))]))])),
      ("additionalProperties", .bool(false)),
    ]
  }

  private static var properties: [(String, JSONText?)] {
    let scalar = JSONText.members([("type", .strings(["string", "number", "boolean", "null"]))])
    let postProcessor = JSONText.members([
      ("anyOf", .array([reference("post-processors"), .members([("type", .string("string"))])]))
    ])
    let chain = JSONText.members([
      (
        "anyOf",
        .array([
          reference("post-processors"),
          .members([("type", .strings(["string", "array"])), ("items", postProcessor)]),
        ])
      )
    ])
    return [
      ("description", described("What the template is for.", [("type", .string("string"))])),
      (
        "min_packer_version",
        described("The oldest Packer that may read the template.", [("type", .string("string"))])
      ),
      (
        "variables",
        described(
          "User variables with their defaults, read as {{user `NAME`}}; null: one must be given.",
          [("type", .strings(["object", "null"])), ("additionalProperties", scalar)])
      ),
      (
        "sensitive-variables",
        described(
          "Variables whose values are kept out of the output.",
          [("type", .strings(["array", "null"])), ("items", .members([("type", .string("string"))]))])
      ),
      (
        "builders",
        described(
          "The images to make, side by side.",
          [("type", .string("array")), ("minItems", .integer(1)), ("items", reference("builders"))])
      ),
      (
        "provisioners",
        described(
          "What is done in each machine, in order.",
          [("type", .strings(["array", "null"])), ("items", reference("provisioners"))])
      ),
      (
        "post-processors",
        described(
          "What is done with each image; a list in the list is a chain, in which each takes what the one before made.",
          [("type", .strings(["array", "null"])), ("items", chain)])
      ),
      (
        "error-cleanup-provisioner",
        .members([("anyOf", .array([reference("provisioners"), .members([("type", .string("null"))])]))])
      ),
      ("push", described("Without effect since Packer 1.0.", [("deprecated", .bool(true))])),
      ("comments", .members([("doNotSuggest", .bool(true))])),
      ("rawcontents", .members([("doNotSuggest", .bool(true))])),
    ]
  }
}
