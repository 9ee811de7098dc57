package import Project
package import Source

/// `stand-ins`: which containers stand in for the machines of builders of other platforms.
package struct StandInSettings: Sendable {
  /// An image, `auto` or `off` by the name of a build, the type of a builder, or `*`.
  package var builds: [(name: Located<String>, image: Located<String>)] = []
  /// The images that are taken in place of others.
  package var images: [(name: Located<String>, image: Located<String>)] = []
  /// Rules that are asked before ours.
  package var systems: [StandInRule] = []
  /// What is put into every stand-in, beside what the machine has.
  package var packages: [Located<String>] = []

  /// The table with these settings in it, and what is asked for; the command line's wishes count first.
  func standIns(
    over table: @escaping @Sendable () -> StandInTable, _ commandLine: StandInRequest
  ) -> StandIns {
    let named = builds.map { build -> (name: String, wish: StandInRequest.Wish, location: Location?) in
      let wish: StandInRequest.Wish =
        switch build.image.value {
        case "auto": .byWords
        case "off": .never
        default: .image(build.image.value)
        }
      return (build.name.value, wish, build.image.location)
    }
    let images = Dictionary(images.map { ($0.name.value, $0.image.value) }) { _, last in last }
    let (systems, packages) = (self.systems, self.packages.map(\.value))
    return StandIns(commandLine.over(StandInRequest(wishes: named))) {
      table().adding(systems, images: images, packages: packages)
    }
  }
}
