import ArgumentParser
import Image

/// The platform that an image must be for.
struct PlatformOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Take the image for this platform: linux/arm64, linux/arm/v7. Unless given, it is this machine's own, or the only one that there is.",
      valueName: "os/architecture"))
  var platform: Platform?
}

extension Platform: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}
