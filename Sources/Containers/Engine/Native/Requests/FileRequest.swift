/// Work on the files of a running container, as a child of the engine is told of it.
struct FileRequest: Sendable, Hashable {
  enum Work: Sendable, Hashable {
    /// Writes the content of a file to standard output.
    case read(path: String, limit: Int)
    /// Writes the content of a file into one of the host.
    case fetch(path: String, file: String)
    /// Puts a file of the host into a folder.
    case place(source: String, Place)
    /// Copies a file or folder of the host.
    case put(source: String, contentsOnly: Bool, destination: String)
    /// Unpacks the tar on standard input under a folder.
    case unpack(folder: String)
    /// Writes the whole file system as a tar to a file of the host.
    case export(path: String)
    /// Stops, or lets go on, all but the container's first process.
    case signal(stop: Bool)
  }

  /// Where a file goes, and what it gets there.
  struct Place: Sendable, Hashable {
    let folder: String
    let name: String
    let mode: UInt32
    let modified: Int
  }

  var container: ProcessIdentity
  var report: String
  var work: Work

  static let verb = "files"

  var options: ChildOptions {
    var options = ChildOptions()
    options["container"] = "\(container)"
    options["report"] = report
    switch work {
    case .read(let path, let limit):
      options["read"] = path
      options["limit"] = String(limit)
    case .fetch(let path, let file):
      options["fetch"] = path
      options["file"] = file
    case .place(let source, let place):
      options["place"] = place.folder
      options["name"] = place.name
      options["mode"] = String(place.mode)
      options["modified"] = String(place.modified)
      options["source"] = source
    case .put(let source, let contentsOnly, let destination):
      options["put"] = destination
      options["source"] = source
      options["contents"] = contentsOnly ? "only" : nil
    case .unpack(let folder): options["unpack"] = folder
    case .export(let path): options["export"] = path
    case .signal(let stop): options["signal"] = stop ? "stop" : "continue"
    }
    return options
  }
}

extension FileRequest {
  /// Reads what `options` holds.
  init?(_ options: ChildOptions) {
    guard let container = options["container"].flatMap(ProcessIdentity.init(_:)),
      let report = options["report"],
      let work = Work(options)
    else { return nil }
    self.init(container: container, report: report, work: work)
  }
}

extension FileRequest.Work {
  fileprivate init?(_ options: ChildOptions) {
    if let path = options["read"], let limit = options["limit"].flatMap({ Int($0) }) {
      self = .read(path: path, limit: limit)
    } else if let path = options["fetch"], let file = options["file"] {
      self = .fetch(path: path, file: file)
    } else if let place = FileRequest.Place(options), let source = options["source"] {
      self = .place(source: source, place)
    } else if let destination = options["put"], let source = options["source"] {
      self = .put(source: source, contentsOnly: options["contents"] != nil, destination: destination)
    } else if let folder = options["unpack"] {
      self = .unpack(folder: folder)
    } else if let path = options["export"] {
      self = .export(path: path)
    } else if let signal = options["signal"] {
      self = .signal(stop: signal == "stop")
    } else {
      return nil
    }
  }
}

extension FileRequest.Place {
  fileprivate init?(_ options: ChildOptions) {
    guard let folder = options["place"], let name = options["name"],
      let mode = options["mode"].flatMap({ UInt32($0) }),
      let modified = options["modified"].flatMap({ Int($0) })
    else { return nil }
    self.init(folder: folder, name: name, mode: mode, modified: modified)
  }
}
