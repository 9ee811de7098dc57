import Host
import Packer
import Source
import Support
import Testing

/// One function of `Fixtures/packer/functions.tsv`: how many arguments it takes, where it may stand, and uses of it.
struct FunctionCase: Sendable, CustomTestStringConvertible {
  let name: String
  let arity: ClosedRange<Int>
  let places: [Place]
  var uses: [(text: String, result: String)] = []
  var misuses: [(text: String, problem: String)] = []

  var testDescription: String { name }

  /// A place of a template in which a text can stand.
  enum Place: String, Sendable, CaseIterable {
    case variables
    case builderNames = "builder names"
    case builders, provisioners
    case postProcessors = "post-processors"
    /// The name of a machine image, in a builder that cleans names.
    case amazon = "amazon-ebs"

    /// A template with a text in the place.
    func template(_ text: String) -> String {
      func at(_ place: Place, _ other: String) -> String {
        self == place ? text.replacing("\"", with: "\\\"") : other
      }
      let builder =
        self == .amazon
        ? #""type": "amazon-ebs", "region": "us-east-1", "source_ami": "ami-1", "instance_type": "m3.medium", "ssh_username": "me", "ami_name": "image \#(at(.amazon, ""))""#
        : #""type": "file", "target": "t", "content": "\#(at(.builders, "c"))""#
      return """
        {"variables": {"a": "Value", "v": "\(at(.variables, "x"))"},
         "builders": [{"name": "\(at(.builderNames, "greeter"))", \(builder)}],
         "provisioners": [{"type": "shell-local", "inline": ["\(at(.provisioners, "p")) {{user `v`}}"]}],
         "post-processors": [{"type": "shell-local", "inline": ["\(at(.postProcessors, "q"))"]}]}
        """
    }

    /// What stands in the place after rendering.
    func shown(_ evaluation: Evaluation) -> String? {
      let build = evaluation.builds.first
      switch self {
      case .variables: return evaluation.variables["v"]?.value?.shown
      case .builderNames: return build?.name
      case .builders: return build?.builder.options.text("content").value?.value.shown
      case .amazon:
        return build?.builder.options.text("ami_name").value.map { String($0.value.shown.dropFirst(6)) }
      case .provisioners:
        return build?.provisioners.first?.options.texts("inline").first.map {
          String($0.value.shown.dropLast(2))
        }
      case .postProcessors:
        return build?.postProcessors.first?.first?.options.texts("inline").first?.value.shown
      }
    }
  }

  /// All functions of the table.
  static func all() throws -> [FunctionCase] {
    let bytes = try Disk(workingDirectory: Repository.root).read(
      "Fixtures/packer/functions.tsv", limit: 1 << 20)
    var found: [FunctionCase] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch cells[0] {
      case "function":
        let counts = cells[2].split(separator: "-").compactMap { Int($0) }
        let (least, most) = (try #require(counts.first), try #require(counts.last))
        found.append(FunctionCase(name: cells[1], arity: least...most, places: try places(cells[3])))
      case "use": found[found.count - 1].uses.append((cells[1], cells[2]))
      default: found[found.count - 1].misuses.append((cells[1], cells[2]))
      }
    }
    try #require(!found.isEmpty)
    return found
  }

  private static func places(_ text: String) throws -> [Place] {
    switch text {
    case "everywhere": return Place.allCases.filter { $0 != .amazon }
    case "nowhere": return []
    default: return try text.split(separator: ",").map { try #require(Place(rawValue: String($0))) }
    }
  }
}
