import Diagnostics
package import Host
package import Source

/// The data bags that recipes can read: a folder for each, a JSON file for each item.
package struct DataBags: Sendable, Hashable {
  package enum Answer: Sendable, Hashable {
    case value(PlainValue)
    /// No such bag; one that is near.
    case missingBag(near: String?)
    /// No such item; one that is near.
    case missingItem(near: String?)
    /// The file is there, and Chef refuses it.
    case refused(ChefFault)
    case unknown(UnknownReason)
  }

  /// The folder; absent without `data_bags_path`: then there is no bag at all.
  package let folder: Known<String>
  /// Why a bag or item that is not there may be on the guest all the same.
  package let further: UnknownReason?

  package init(folder: Known<String>, further: UnknownReason? = nil) {
    self.folder = folder
    self.further = further
  }

  /// The names of all bags, sorted; nil where they cannot be told.
  package func bags(in files: any FileTree) -> [String]? {
    switch folder {
    case .absent: further == nil ? [] : nil
    case .unknown: nil
    case .value(let path):
      ((try? files.list(path)) ?? []).filter {
        !$0.hasPrefix(".") && files.status(path + "/" + $0)?.kind == .directory
      }
    }
  }

  /// The names of a bag's items, sorted; nil where they cannot be told or the bag is not there.
  package func items(of bag: String, in files: any FileTree) -> [String]? {
    guard case .value(let path) = folder, bags(in: files)?.contains(bag) == true else { return nil }
    return ((try? files.list(path + "/" + bag)) ?? []).filter { $0.hasSuffix(".json") }.map {
      String($0.dropLast(5))
    }
  }

  /// An item: by the name of its file, whatever its `id` says.
  package func item(_ item: String, of bag: String, from store: inout SourceStore) -> Answer {
    if case .unknown(let reason) = folder { return .unknown(reason) }
    guard case .value(let path) = folder, let items = items(of: bag, in: store.files) else {
      if let further { return .unknown(further) }
      return .missingBag(near: Suggestion.nearest(to: bag, among: bags(in: store.files) ?? []))
    }
    guard items.contains(item) else {
      if let further { return .unknown(further) }
      return .missingItem(near: Suggestion.nearest(to: item, among: items))
    }
    let place = "\(path)/\(bag)/\(item).json"
    do throws(HostError) {
      let (value, fault) = JSONObject.read(try store.read(place), as: .dataBagItem)
      if let fault { return .refused(fault) }
      return value.map(Answer.value) ?? .unknown(UnknownReason("`\(place)` cannot be read"))
    } catch {
      if let size = store.files.status(place)?.size, size > SourceStore.sizeLimit {
        return .unknown(UnknownReason("`\(place)` is too large to be read here"))
      }
      return .refused(
        ChefFault(.unreadableFile(error.reason.words), at: Location(FileID(place), ByteRange(at: 0))))
    }
  }
}
