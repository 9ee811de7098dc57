import Expectation
import Matching
import Source

/// What one image, and the commands that were run in it, answer to all resources of a spec.
struct GossFacts {
  private let image: ToldImage
  private let results: [String: CommandResult]
  private let running: RunningResult
  private let compatibility: Compatibility
  private let accounts: AccountFacts
  private let packages: PackageFacts
  private let services: ServiceFacts
  private let parameters: KernelParameters

  init(
    _ search: ImageSearch, results: [String: CommandResult], _ compatibility: Compatibility,
    packaging: PackageVersion.System? = nil
  ) {
    image = ToldImage(search)
    self.results = results
    running = search.running
    self.compatibility = compatibility
    accounts = AccountFacts(image: image, compatibility: compatibility)
    packages = PackageFacts(image: image, chosen: packaging)
    services = ServiceFacts(image: image)
    parameters = KernelParameters(image: image)
  }

  /// The value of a resource's property; what the image does not tell is no value.
  func finding(of property: String, of resource: GossResource) -> GossFinding {
    do throws(Untold) { return try told(property, of: resource) } catch {
      switch error {
      case .unknown(let reason): return .undecided(reason)
      case .unreadable(let message): return .broken(message)
      }
    }
  }

  private func told(_ property: String, of resource: GossResource) throws(Untold) -> GossFinding {
    let subject = resource.subject
    switch resource.kind.word {
    case "file":
      return try FileFacts(written: subject, image: image, compatibility: compatibility).finding(of: property)
    case "package": return try packages.finding(subject, property)
    case "user": return try accounts.user(subject, property)
    case "group": return try accounts.group(subject, property)
    case "service":
      return try services.finding(of: property, subject, status: results[GossCommands.id(of: resource)])
    case "kernel-param" where !isRunning: return try parameters.finding(of: subject)
    case "command": return GossCommands.finding(property, results[GossCommands.id(of: resource)])
    case "matching": return Self.content(of: resource)
    default:
      return RunningResource(resource: resource, result: running, compatibility: compatibility)
        .finding(of: property)
    }
  }

  private var isRunning: Bool { if case .notRun = running.state { false } else { true } }

  private static func content(of resource: GossResource) -> GossFinding {
    let content = resource.attributes["content"].map { GossValue($0) } ?? .null
    return resource.isReader ? .reader(Array(content.printed.utf8), name: "*strings.Reader") : .value(content)
  }
}
