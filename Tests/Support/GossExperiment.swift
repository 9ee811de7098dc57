import Host

/// A folder of `Fixtures/goss/experiments`: goss files of all kinds, goss's command line in `cmd` (`global|validate|environment`), and
/// what goss 0.4.9 printed and ended with. A case is added by adding a folder.
package struct GossExperiment: Sendable, CustomStringConvertible {
  private static let root = Repository.fixture("goss/experiments")

  package let name: String

  package var description: String { name }
  package var folder: String { "\(Self.root)/\(name)" }

  package static func all() throws -> [GossExperiment] {
    let names = try Disk(workingDirectory: "/").list(root)
    guard names.count > 30 else {
      throw CaseFolder.Unusable(description: "experiments are missing in \(root)")
    }
    return names.map { GossExperiment(name: $0) }
  }
}
