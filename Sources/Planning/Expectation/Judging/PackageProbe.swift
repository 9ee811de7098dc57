import Diagnostics
import Image
import Matching
import Source

/// One package of an image.
struct PackageProbe: Probe {
  let name: String
  private let database: Result<Known<PackageDatabase>, ImageError>

  init(_ name: String, in search: ImageSearch) {
    self.name = name
    do throws(ImageError) {
      database = .success(try search.packages())
    } catch {
      database = .failure(error)
    }
  }

  private var installed: [PackageDatabase.Package] { (try? database.get())?.value?.installed(name) ?? [] }

  var presence: Finding {
    switch database {
    case .success(.value): .value(.bool(!installed.isEmpty))
    case .success(.absent): .value(.bool(false))
    case .success(.unknown(let reason)): .unknown(reason)
    case .failure(let error): .broken(error.message)
    }
  }

  var presenceProperty: String? { "installed" }
  var absence: String { "package `\(name)` is not installed" }
  var unwantedPresence: String {
    "package `\(name)` is installed, in version \(installed.map(\.version.text).joined(separator: ", "))"
  }

  func finding(of property: String, in search: ImageSearch) -> Finding {
    let versions = installed.map { Subject.version($0.version) }
    switch property {
    case "version": return .value(versions.count == 1 ? versions[0] : .list(versions))
    case "versions": return .value(.list(versions))
    default: return .value(.bool(!versions.isEmpty))
    }
  }

  func evidence(for expectation: Expectation, _ result: MatchResult, in search: ImageSearch) -> [String] {
    evidenceOfPresence(in: search)
  }

  func evidenceOfPresence(in search: ImageSearch) -> [String] { LayerEvidence(search)?.package(name) ?? [] }

  func evidenceOfAbsence(in search: ImageSearch) -> [String] {
    guard let database = (try? database.get())?.value else { return [] }
    guard !database.sources.isEmpty else {
      return ["the image holds no database of dpkg, rpm, apk or pacman"]
    }
    if let leftover = database.known(name).first?.leftover {
      return ["dpkg knows it as `\(leftover)`: it was removed and has left files behind"]
    }
    let inside = database.names.filter { $0.hasPrefix(name + "-") }.sorted().prefix(5)
    if !inside.isEmpty { return ["installed are \(inside.joined(separator: ", "))"] }
    return Suggestion.nearest(to: name, among: database.names).map { ["installed is \($0)"] } ?? []
  }
}
