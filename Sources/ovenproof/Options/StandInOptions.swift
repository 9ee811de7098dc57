import ArgumentParser
import Lint
import Packer
import Plan
import Project

/// Which builds of other platforms are rehearsed in a container.
struct StandInOptions: ParsableArguments {
  @Flag(
    name: .customLong("stand-in"),
    help: ArgumentHelp(
      "Rehearse builds of other platforms in a container of the system that they start from; `--stand-in BUILD=IMAGE` names it."
    ))
  var standIn = false

  @Option(
    name: .customLong("stand-in-image"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Rehearse one build in an image.", valueName: "build=image", visibility: .private))
  var images: [String] = []

  func validate() throws {
    for pair in images where pair.split(separator: "=", maxSplits: 1).count != 2 {
      throw ValidationError("`--stand-in \(pair)` names no image: write `--stand-in BUILD=IMAGE`")
    }
  }

  /// What is asked for.
  var request: StandInRequest {
    StandInRequest(
      isForAll: standIn,
      wishes: pairs.map { (name: $0.build, wish: StandInRequest.Wish.image($0.image), location: nil) })
  }

  /// Refuses a name that no build of a plan has.
  func check(against plan: Plan) throws(CommandFault) {
    for (name, _) in pairs where !plan.builds.contains(where: { [$0.name, $0.builder, "*"].contains(name) }) {
      let names = plan.builds.map { "`\($0.name)`" }.joined(separator: ", ")
      throw CommandFault(
        .usage, "no build is called `\(name)`", help: "`--stand-in BUILD=IMAGE`; there are \(names)")
    }
  }

  /// The command line with the two uses of the switch told apart: alone, and with a build and its image.
  static func normalised(_ arguments: [String]) -> [String] {
    var result: [String] = []
    var rest = arguments[...]
    while let word = rest.popFirst() {
      if word == "--" { return result + [word] + rest }
      if word == "--stand-in", let next = rest.first, next.contains("="), !next.hasPrefix("-") {
        rest.removeFirst()
        result += ["--stand-in-image", next]
      } else if word.hasPrefix("--stand-in=") {
        result += ["--stand-in-image", String(word.dropFirst("--stand-in=".count))]
      } else {
        result.append(word)
      }
    }
    return result
  }

  private var pairs: [(build: String, image: String)] {
    images.compactMap { pair in
      guard let equals = pair.firstIndex(of: "=") else { return nil }
      return (String(pair[..<equals]), String(pair[pair.index(after: equals)...]))
    }
  }
}
