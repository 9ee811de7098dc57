import Host
import Image

/// Work on layers, as a child of the engine is told of it.
struct LayerRequest: Sendable, Hashable {
  var folders: Folders
  /// The ids of the namespace to do it in.
  var identities: IdentityMap
  var report: String
  var work: LayerWork

  static let verb = "layers"

  var options: ChildOptions {
    var options = ChildOptions()
    options["data"] = folders.data
    options["cache"] = folders.cache
    options["identities"] = "\(identities)"
    options["report"] = report
    switch work {
    case .prepare(let image, let upper):
      options["prepare"] = upper
      options["image"] = "\(image)"
    case .keep(let upper, let base, let latest):
      options["keep"] = upper
      options["image"] = "\(base)"
      options["latest"] = latest.map { String($0) }
    case .tidy: options["tidy"] = "all"
    case .copy, .keepChanges:
      preconditionFailure("a root without mounts belongs to root alone, who needs no child")
    }
    return options
  }
}

extension LayerRequest {
  /// Reads what `options` holds.
  init?(_ options: ChildOptions) {
    guard let data = options["data"], let cache = options["cache"], let report = options["report"],
      let identities = options["identities"].flatMap(IdentityMap.init(_:))
    else { return nil }
    let image = options["image"].flatMap { Digest($0) }
    let work: LayerWork
    if let upper = options["prepare"] {
      guard let image else { return nil }
      work = .prepare(image: image, upper: upper)
    } else if let upper = options["keep"] {
      guard let image else { return nil }
      work = .keep(upper: upper, onto: image, latest: options["latest"].flatMap { Int($0) })
    } else {
      guard options["tidy"] != nil else { return nil }
      work = .tidy
    }
    self.init(
      folders: Folders(data: data, cache: cache), identities: identities, report: report, work: work)
  }
}
