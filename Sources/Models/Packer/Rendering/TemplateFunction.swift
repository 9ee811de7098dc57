/// A function of Packer's template language, as a fact.
package struct TemplateFunction: Sendable, Hashable {
  package enum Parameter: Sendable, Hashable { case text, integer }

  /// A place where templates stand.
  package enum Place: String, Sendable, Hashable, CaseIterable {
    case variable = "variables"
    case builderName = "builder names"
    case builder = "builders"
    case provisioner = "provisioners"
    case postProcessor = "post-processors"
  }

  package let name: String
  package let parameters: [Parameter]
  /// How many of the last parameters may be left out.
  package let optionalCount: Int
  package let places: Set<Place>
  /// Whether its result depends on nothing but its arguments and the inputs of the template.
  package let isPure: Bool
  /// Whether a server gives the result.
  package var asksServer: Bool { !isPure && places == [.variable] }
  /// What takes its place, of a function that Packer removed.
  package let replacement: String?

  private init(
    _ name: String, _ parameters: [Parameter] = [], optionalCount: Int = 0, in places: Set<Place> = anywhere,
    isPure: Bool = true, replacement: String? = nil
  ) {
    self.name = name
    self.parameters = parameters
    self.optionalCount = optionalCount
    self.places = places
    self.isPure = isPure
    self.replacement = replacement
  }

  private static let anywhere = Set(Place.allCases)
  private static let components: Set<Place> = [.builder, .provisioner, .postProcessor]

  /// Every function of Packer 1.6.6 beside those of Go.
  package static let all: [TemplateFunction] = [
    TemplateFunction("user", [.text]),
    TemplateFunction("env", [.text], in: [.variable]),
    TemplateFunction("consul_key", [.text], in: [.variable], isPure: false),
    TemplateFunction("vault", [.text, .text], in: [.variable], isPure: false),
    TemplateFunction("aws_secretsmanager", [.text, .text], optionalCount: 1, in: [.variable], isPure: false),
    TemplateFunction("build_name", in: components),
    TemplateFunction("build_type", in: components),
    TemplateFunction("packer_version", in: components),
    TemplateFunction("template_dir"),
    TemplateFunction("pwd"),
    TemplateFunction("isotime", [.text], optionalCount: 1, isPure: false),
    TemplateFunction("strftime", [.text], isPure: false),
    TemplateFunction("timestamp", isPure: false),
    TemplateFunction("uuid", isPure: false),
    TemplateFunction("split", [.text, .text, .integer]),
    TemplateFunction("replace", [.text, .text, .integer, .text]),
    TemplateFunction("replace_all", [.text, .text, .text]),
    TemplateFunction("upper", [.text]),
    TemplateFunction("lower", [.text]),
    TemplateFunction("sed", [.text, .text], in: [], replacement: "replace_all"),
    TemplateFunction("build", [.text], in: [.provisioner, .postProcessor], isPure: false),
    TemplateFunction("clean_resource_name", [.text], in: [.builder, .postProcessor]),
  ]

  /// The functions by name.
  package static let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

  /// Functions that Packer no longer has at all, with what takes their place.
  package static let removed = [
    "clean_ami_name": "clean_resource_name", "clean_image_name": "clean_resource_name",
  ]

  /// Functions that came after Packer 1.6.6.
  package static let later: Set<String> = ["aws_secretsmanager_raw"]

  /// The places in words: "variables", "builders, provisioners and post-processors".
  package var placesInWords: String {
    let names = Place.allCases.filter(places.contains).map(\.rawValue)
    guard let last = names.last, names.count > 1 else { return names.first ?? "nowhere" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
