import Host
import Image

/// What a command sees of the process: streams, environment, folders.
struct Workplace: Sendable {
  var console: Console
  let disk: Disk
  let environment: [String: String]

  static func current(_ console: Console) throws(HostError) -> Workplace {
    Workplace(console: console, disk: try Disk.current(), environment: HostEnvironment.current())
  }

  /// Does work that leaves nothing behind: an interruption ends the process there and then.
  func inMemory<Value: Sendable>(_ work: @Sendable () async throws -> Value) async rethrows -> Value {
    try await withTaskCancellationHandler(operation: work) { console.endInterrupted() }
  }

  /// The time that images say they were made; throws where `SOURCE_DATE_EPOCH` is no time.
  var imageClock: ImageClock {
    get throws(CommandFault) {
      if let text = ImageClock.unreadable(in: environment) {
        throw CommandFault(
          .usage, "`SOURCE_DATE_EPOCH` is `\(text)`, which is no number of seconds",
          help: "set it to seconds since 1970, such as `git log -1 --format=%ct` prints, or unset it")
      }
      return ImageClock(environment: environment)
    }
  }

  /// Where images and caches lie; throws where the environment names no place, which only some commands need.
  var folders: Folders {
    get throws(CommandFault) {
      guard let folders = Folders(environment: environment) else {
        throw CommandFault(
          .undecided, "there is no place for images: neither OVENPROOF_HOME nor HOME is set",
          help: "set OVENPROOF_HOME to a folder")
      }
      return Folders(data: disk.absolute(folders.data), cache: disk.absolute(folders.cache))
    }
  }
}
