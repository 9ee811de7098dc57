import Packer
import Source

/// Chooses the container that stands in for the machine of a build.
struct StandInChooser {
  private let request: StandInRequest
  private let build: Build
  private let table: StandInTable

  init(standIns: StandIns, build: Build) {
    request = standIns.request
    self.build = build
    table = Self.machineless.contains(build.builder.type.value) ? .empty : standIns.table
  }

  /// The builders that make a container already, or no machine.
  private static let machineless: Set = ["docker", "null", "file"]

  private var builder: ConfiguredComponent { build.builder }
  private var type: String { builder.type.value }

  /// What the words of a builder come to.
  private enum Reading {
    case image(String, Located<String>, option: String)
    case foreign(String, Located<String>, option: String)
    case unclear(String, Located<String>, option: String)
    /// Nothing is told; the words that were looked at.
    case silent([(option: String, text: Located<String>)])
  }

  /// The choice; a build that is a container already, or has no machine, is never asked for.
  func choice() -> StandInChoice {
    guard !Self.machineless.contains(type) else { return .notAsked(suggestion: nil) }
    guard let (wish, location) = request.wish(for: build.name, of: type) else {
      guard case .image(let image, _, _) = reading() else { return .notAsked(suggestion: nil) }
      return .notAsked(suggestion: table.image(for: image))
    }
    switch wish {
    case .never: return .notAsked(suggestion: nil)
    case .image(let image): return .chosen(standIn(image, .named(location)))
    case .byWords: return byWords()
    }
  }

  /// The image that the words alone tell, whether or not one is asked for.
  var image: String? {
    if case .image(let image, _, _) = reading() { image } else { nil }
  }

  private func byWords() -> StandInChoice {
    let ways =
      "write `stand-ins: {builds: {\(build.name): IMAGE}}` in `.ovenproof.yaml`, or give "
      + "`--stand-in \(build.name)=IMAGE`"
    switch reading() {
    case .image(let image, let text, let option):
      return .chosen(standIn(table.image(for: image), .words(text, option: option)))
    case .foreign(let system, let text, let option):
      let words = option == "communicator" ? "the communicator" : "`\(option)`"
      return .impossible(
        UnknownReason(
          "no container of Linux stands in for builder `\(type)`: \(words) says that it starts \(system)",
          at: text.location))
    case .unclear(let open, let text, let option):
      return .impossible(
        UnknownReason(
          "cannot tell \(open) `\(build.name)` starts from: `\(option)` is `\(text.value)`; \(ways)",
          at: text.location))
    case .silent(let seen):
      let words = seen.map { "`\($0.option)` is `\($0.text.value)`" }.joined(separator: ", ")
      let why = seen.isEmpty ? "no option names it" : "\(words), which no rule knows"
      return .impossible(
        UnknownReason(
          "cannot tell which system `\(build.name)` starts from: \(why); \(ways)",
          at: seen.first?.text.location ?? builder.type.location))
    }
  }

  /// The first text that tells the system; what is left open counts only where no other text tells more.
  private func reading() -> Reading {
    if let communicator = builder.options["communicator"], builder.options.string("communicator") == "winrm" {
      return .foreign("Windows", Located("winrm", at: communicator.location), option: "communicator")
    }
    var open: Reading?
    var seen: [(option: String, text: Located<String>)] = []
    for option in table.words {
      let name = option.joined(separator: "/")
      for words in builder.options.words(of: option) where !words.bytes.isEmpty {
        let text = Located(words.text, at: words.location)
        seen.append((name, text))
        guard let (outcome, found) = table.systems.lazy.compactMap({ $0.judge(words.bytes) }).first else {
          continue
        }
        let place = words.places?.location(of: found) ?? words.location
        switch outcome {
        case .image(let image): return .image(image, Located(words.text, at: place), option: name)
        case .foreign(let system): return .foreign(system, Located(words.text, at: place), option: name)
        case .unclear(let what): open = open ?? .unclear(what, Located(words.text, at: place), option: name)
        }
      }
    }
    return open ?? .silent(seen)
  }

  private func standIn(_ image: String, _ evidence: StandIn.Evidence) -> StandIn {
    StandIn(
      image: image, evidence: evidence, user: user, packages: table.packages,
      limits: table.limits.words(for: builder))
  }

  /// The user whom the builder logs in as; root where nothing names one.
  private var user: String {
    let named = builder.options.string("ssh_username").flatMap { $0.isEmpty ? nil : $0 }
    return named ?? table.user(of: type) ?? "root"
  }
}
