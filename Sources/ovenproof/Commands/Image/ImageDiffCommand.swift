import ArgumentParser
import DataSyntax
import Diagnostics
import Host
import Image
import Report
import Source

/// `ovenproof image diff`: what differs between two images.
struct ImageDiffCommand: OvenproofVerb {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Show what differs between two images; exit 0: nothing, 1: something.",
    discussion: """
      A and B are whatever `ovenproof verify` takes: a path, a name in the store, docker or podman, in this order; with --pull a \
      registry is asked too. The prefixes store: docker-daemon: containers-storage: docker:// oci: docker-archive: dir: force one. \
      Files are compared by type, mode, owner, size, content, link target and extended attributes, where they lie; how they \
      are spread over layers makes no difference. Of small texts the difference is shown, secrets masked.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: "The first image.") var a: String
  @Argument(help: "The second image.") var b: String
  @Flag(help: "Compare the times of files and of the configuration, too.") var times = false
  @Flag(help: "Fetch an image from its registry where it is nowhere else.") var pull = false
  @Option(help: "text or json.") var format = Format.text
  @OptionGroup var platform: PlatformOption
  @OptionGroup var consoleOptions: ConsoleOptions

  func perform(in workplace: Workplace) async throws -> ExitStatus {
    var workplace = workplace
    workplace.console = consoleOptions.console
    let one = try await workplace.foundImage(a, pulling: pull, for: platform.platform)
    let other = try await workplace.foundImage(b, pulling: pull, for: platform.platform)
    let comparison = ImageComparison(one.view, other.view, times: times ? .compared : .ignored)
    var entries: [EntryDifference] = []
    try comparison.entries { entries.append($0) }
    let differences = ImageDifferences(
      a: .init(one.view, from: "\(one.place)"), b: .init(other.view, from: "\(other.place)"),
      sharedLayers: comparison.sharedLayers, configuration: comparison.configuration, entries: entries)
    switch format {
    case .json: try workplace.console.write(ImageDifferencesJSON(differences).document.indented)
    case .text where !consoleOptions.quiet:
      let palette = workplace.console.colorsOutput ? Palette.colored : .plain
      try workplace.console.write(ImageDifferencesText(differences, palette: palette).text)
    case .text: break
    }
    return differences.isEmpty ? .success : .failure
  }
}

extension Workplace {
  /// What finds images for this run.
  var locator: ImageLocator {
    ImageLocator(store: try? store, disk: disk, now: HostEnvironment.now())
  }

  /// The image that a spec compares with; unknown with the reason where it cannot be had.
  func approvedImage(_ name: String, pulling: Bool) async -> Known<any ImageView> {
    do {
      return .value(try await foundImage(name, pulling: pulling).view)
    } catch let fault as CommandFault {
      return .unknown(UnknownReason(fault.message))
    } catch let error as ImageError {
      return .unknown(UnknownReason(error.message))
    } catch {
      return .unknown(UnknownReason("\(error)"))
    }
  }

  /// The image that a user names, wherever it is.
  func foundImage(_ name: String, pulling: Bool, for platform: Platform? = nil) async throws -> FoundView {
    do {
      return try await locator.find(name, pulling: pulling, for: platform)
    } catch {
      guard error.kind == .notFound else { throw error }
      throw CommandFault(
        .usage, error.message,
        help: "`ovenproof image list` shows the store" + (pulling ? "" : "; `--pull` asks the registry"))
    }
  }
}
