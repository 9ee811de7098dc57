import DataSyntax

/// The definitions of a schema; an option that several components share is written once.
struct SharedDefinitions {
  private var definitions: [(name: String, value: JSONText)] = []

  mutating func add(_ value: JSONText, named name: String) { definitions.append((name, value)) }

  /// All definitions, the shared options after the rest.
  var json: JSONText {
    var counts: [JSONText: Int] = [:]
    for (_, value) in definitions {
      for property in Self.properties(of: value) { counts[property.value, default: 0] += 1 }
    }
    var names: [JSONText: String] = [:]
    var taken: [String: Int] = [:]
    let referring = definitions.map { name, value in
      JSONText.Member(
        name,
        Self.replacing(value) { property in
          guard counts[property.value, default: 0] > 1, case .object(let members) = property.value,
            members.count > 1
          else {
            return property.value
          }
          if names[property.value] == nil {
            taken[property.key, default: 0] += 1
            let count = taken[property.key, default: 1]
            names[property.value] = "option.\(property.key)" + (count == 1 ? "" : ".\(count)")
          }
          return .members([("$ref", .string("#/definitions/\(names[property.value] ?? "")"))])
        })
    }
    let shared = names.map { JSONText.Member($0.value, $0.key) }.sorted { $0.key < $1.key }
    return .object(referring + shared)
  }

  private static func properties(of definition: JSONText) -> [JSONText.Member] {
    guard case .object(let members) = definition,
      case .object(let properties)? = members.first(where: { $0.key == "properties" })?.value
    else { return [] }
    return properties
  }

  /// The definition with other values for its properties.
  private static func replacing(_ definition: JSONText, _ value: (JSONText.Member) -> JSONText) -> JSONText {
    guard case .object(let members) = definition else { return definition }
    return .object(
      members.map { member in
        guard member.key == "properties", case .object(let properties) = member.value else { return member }
        return .init("properties", .object(properties.map { .init($0.key, value($0)) }))
      })
  }
}
