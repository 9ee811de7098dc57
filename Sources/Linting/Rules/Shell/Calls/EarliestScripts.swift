import Packer
import Project
import Source

/// The first scripts of each build that are of a kind, so that what runs before another is known without looking again.
struct EarliestScripts {
  /// Where a script stands in the order of its build.
  private struct Place: Comparable {
    let position: Int
    let location: Location

    init(_ script: ProjectScript) {
      position = script.owner.position
      location = script.location
    }

    static func < (a: Place, b: Place) -> Bool { (a.position, a.location) < (b.position, b.location) }
  }

  private var first: [String: Place] = [:]
  private var members: Set<ObjectIdentifier> = []

  /// Looks at each script of a project once.
  init(_ project: Project, where isOfKind: (ProjectScript) -> Bool) {
    for script in project.scripts where isOfKind(script) {
      members.insert(ObjectIdentifier(script))
      guard script.owner.kind == .provisioner, script.owner.position > 0, !script.isOnHost else { continue }
      let place = Place(script)
      first[script.owner.build] = min(first[script.owner.build] ?? place, place)
    }
  }

  /// Whether a script is of the kind, or one that runs before it in its build.
  func reach(_ script: ProjectScript) -> Bool {
    if members.contains(ObjectIdentifier(script)) { return true }
    guard let first = first[script.owner.build] else { return false }
    return script.owner.kind != .provisioner || script.owner.position == 0 || first < Place(script)
  }
}
