// Written by Tests/Oracles/ruby-names.rb.

extension StandardNames {
  /// The methods of the instances of each class or module, and after a point, of itself.
  static let lists: [String: String] = [
    "BasicObject": """
    ! != == __id__ __send__ equal? initialize instance_eval instance_exec method_missing
    singleton_method_added singleton_method_removed singleton_method_undefined
    """,
    "Object": """
    to_yaml
    """,
    "Object.": """
    yaml_tag
    """,
    "Kernel": """
    !~ <=> === =~ Array BigDecimal Complex Float Hash Integer JSON Pathname Rational String URI
    __dir__ __method__ ` abort at_exit autoload autoload? binding block_given? caller caller_locations
    catch class clone define_singleton_method display dup enum_for eql? eval exec exit exit! extend
    fail fork format freeze frozen? gem gem_original_require gets global_variables hash
    initialize_clone initialize_copy initialize_dup inspect instance_of? instance_variable_defined?
    instance_variable_get instance_variable_set instance_variables is_a? iterator? itself j jj
    kind_of? lambda load local_variables loop method methods nil? object_id open p pp pretty_inspect
    print printf private_methods proc protected_methods public_method public_methods public_send putc
    puts raise rand readline readlines remove_instance_variable require require_relative respond_to?
    respond_to_missing? select send set_trace_func singleton_class singleton_method singleton_methods
    sleep spawn sprintf srand syscall system taint tainted? tap test then throw to_enum to_json to_s
    trace_var trap trust untaint untrace_var untrust untrusted? warn yield_self
    """,
    "Module": """
    < <= <=> == === > >= alias_method ancestors append_features attr attr_accessor attr_reader
    attr_writer autoload autoload? class_eval class_exec class_variable_defined? class_variable_get
    class_variable_set class_variables const_defined? const_get const_missing const_set
    const_source_location constants define_method deprecate_constant extend_object extended freeze
    include include? included included_modules initialize initialize_clone initialize_copy inspect
    instance_method instance_methods method_added method_defined? method_removed method_undefined
    module_eval module_exec module_function name prepend prepend_features prepended pretty_print
    pretty_print_cycle private private_class_method private_constant private_instance_methods
    private_method_defined? protected protected_instance_methods protected_method_defined? public
    public_class_method public_constant public_instance_method public_instance_methods
    public_method_defined? refine remove_class_variable remove_const remove_method ruby2_keywords
    singleton_class? to_s undef_method using
    """,
    "Module.": """
    constants nesting used_modules
    """,
    "Class": """
    allocate json_creatable? new subclasses superclass
    """,
    "Class.": """
    allocate
    """,
    "Comparable": """
    < <= == > >= between? clamp
    """,
    "Enumerable": """
    all? any? chain chunk chunk_while collect collect_concat compact count cycle detect drop
    drop_while each_cons each_entry each_slice each_with_index each_with_object entries filter
    filter_map find find_all find_index first flat_map grep grep_v group_by include? inject lazy map
    max max_by member? min min_by minmax minmax_by none? one? partition reduce reject reverse_each
    select slice_after slice_before slice_when sort sort_by sum take take_while tally to_a to_h to_set
    uniq zip
    """,
    "NilClass": """
    & === =~ ^ inspect nil? pretty_print_cycle rationalize to_a to_c to_f to_h to_i to_r to_s |
    """,
    "TrueClass": """
    & === ^ inspect pretty_print pretty_print_cycle to_s |
    """,
    "FalseClass": """
    & === ^ inspect pretty_print pretty_print_cycle to_s |
    """,
    "Numeric": """
    % +@ -@ <=> abs abs2 angle arg ceil clone coerce conj conjugate denominator div divmod dup eql?
    fdiv finite? floor i imag imaginary infinite? integer? magnitude modulo negative? nonzero?
    numerator phase polar positive? pretty_print pretty_print_cycle quo real real? rect rectangular
    remainder round singleton_method_added step to_c to_int truncate zero?
    """,
    "Integer": """
    % & * ** + - -@ / < << <= <=> == === > >= >> [] ^ abs allbits? anybits? bit_length ceil chr coerce
    denominator digits div divmod downto even? fdiv floor gcd gcdlcm inspect integer? lcm magnitude
    modulo next nobits? numerator odd? ord pow pred prime? prime_division rationalize remainder round
    size succ times to_bn to_f to_i to_int to_r to_s truncate upto zero? | ~
    """,
    "Integer.": """
    each_prime from_prime_division sqrt try_convert
    """,
    "Float": """
    % * ** + - -@ / < <= <=> == === > >= abs angle arg ceil coerce denominator divmod eql? fdiv
    finite? floor hash infinite? inspect magnitude modulo nan? negative? next_float numerator phase
    positive? prev_float quo rationalize round to_f to_i to_int to_r to_s truncate zero?
    """,
    "String": """
    % * + +@ -@ << <=> == === =~ [] []= ascii_only? b bytes bytesize byteslice capitalize capitalize!
    casecmp casecmp? center chars chomp chomp! chop chop! chr clear codepoints concat count crypt
    delete delete! delete_prefix delete_prefix! delete_suffix delete_suffix! downcase downcase! dump
    each_byte each_char each_codepoint each_grapheme_cluster each_line empty? encode encode! encoding
    end_with? eql? force_encoding freeze getbyte grapheme_clusters gsub gsub! hash hex include? index
    insert inspect intern length lines ljust lstrip lstrip! match match? next next! oct ord parse_csv
    partition prepend pretty_print replace reverse reverse! rindex rjust rpartition rstrip rstrip!
    scan scrub scrub! setbyte shellescape shellsplit size slice slice! split squeeze squeeze!
    start_with? strip strip! sub sub! succ succ! sum swapcase swapcase! to_c to_f to_i to_r to_s
    to_str to_sym tr tr! tr_s tr_s! undump unicode_normalize unicode_normalize! unicode_normalized?
    unpack unpack1 upcase upcase! upto valid_encoding?
    """,
    "String.": """
    try_convert
    """,
    "Symbol": """
    <=> == === =~ [] capitalize casecmp casecmp? downcase empty? encoding end_with? id2name inspect
    intern length match match? name next pretty_print_cycle size slice start_with? succ swapcase
    to_proc to_s to_sym upcase
    """,
    "Symbol.": """
    all_symbols
    """,
    "Array": """
    & * + - << <=> == [] []= all? any? append assoc at bsearch bsearch_index clear collect collect!
    combination compact compact! concat count cycle deconstruct delete delete_at delete_if difference
    dig drop drop_while each each_index empty? eql? fetch fill filter filter! find_index first flatten
    flatten! hash include? index insert inspect intersect? intersection join keep_if last length map
    map! max min minmax none? one? pack permutation pop prepend pretty_print pretty_print_cycle
    product push rassoc reject reject! repeated_combination repeated_permutation replace reverse
    reverse! reverse_each rindex rotate rotate! sample select select! shelljoin shift shuffle shuffle!
    size slice slice! sort sort! sort_by! sum take take_while to_a to_ary to_csv to_h to_s transpose
    union uniq uniq! unshift values_at zip |
    """,
    "Array.": """
    [] try_convert
    """,
    "Hash": """
    < <= == > >= [] []= any? assoc clear compact compact! compare_by_identity compare_by_identity?
    deconstruct_keys default default= default_proc default_proc= delete delete_if dig each each_key
    each_pair each_value empty? eql? except fetch fetch_values filter filter! flatten has_key?
    has_value? hash include? inspect invert keep_if key key? keys length member? merge merge!
    pretty_print pretty_print_cycle rassoc rehash reject reject! replace select select! shift size
    slice store to_a to_h to_hash to_proc to_s transform_keys transform_keys! transform_values
    transform_values! update value? values values_at
    """,
    "Hash.": """
    [] ruby2_keywords_hash ruby2_keywords_hash? try_convert
    """,
    "Range": """
    % == === begin bsearch count cover? each end entries eql? exclude_end? first hash include? inspect
    last max member? min minmax pretty_print size step to_a to_s
    """,
    "Regexp": """
    == === =~ casefold? encoding eql? fixed_encoding? hash inspect match match? named_captures names
    options source to_s ~
    """,
    "Regexp.": """
    compile escape last_match quote try_convert union
    """,
    "MatchData": """
    == [] begin captures end eql? hash inspect length match match_length named_captures names offset
    post_match pre_match pretty_print regexp size string to_a to_s values_at
    """,
    "Proc": """
    << == === >> [] arity binding call clone curry dup eql? hash inspect lambda? parameters
    ruby2_keywords source_location to_proc to_s yield
    """,
    "Proc.": """
    new
    """,
    "Method": """
    << == === >> [] arity call clone curry eql? hash inspect name original_name owner parameters
    private? protected? public? receiver source_location super_method to_proc to_s unbind
    """,
    "UnboundMethod": """
    == arity bind bind_call clone eql? hash inspect name original_name owner parameters private?
    protected? public? source_location super_method to_s
    """,
    "Exception": """
    == backtrace backtrace_locations cause exception full_message inspect message respond_to?
    set_backtrace to_s
    """,
    "Exception.": """
    exception to_tty?
    """,
    "NameError": """
    local_variables name receiver
    """,
    "NoMethodError": """
    args private_call?
    """,
    "KeyError": """
    key receiver
    """,
    "FrozenError": """
    receiver
    """,
    "StopIteration": """
    result
    """,
    "SystemExit": """
    status success?
    """,
    "Struct": """
    == [] []= deconstruct deconstruct_keys dig each each_pair eql? filter hash inspect length members
    pretty_print pretty_print_cycle select size to_a to_h to_s values values_at
    """,
    "Struct.": """
    new
    """,
    "Set": """
    & + - < << <= <=> == === > >= ^ add add? classify clear collect! compare_by_identity
    compare_by_identity? delete delete? delete_if difference disjoint? divide each empty? eql? filter!
    flatten flatten! flatten_merge freeze hash include? inspect intersect? intersection join keep_if
    length map! member? merge pretty_print pretty_print_cycle proper_subset? proper_superset? reject!
    replace reset select! size subset? subtract superset? to_a to_s to_set union |
    """,
    "Set.": """
    []
    """,
    "Enumerator": """
    + each each_with_index each_with_object feed inspect next next_values peek peek_values rewind size
    with_index with_object
    """,
    "Enumerator.": """
    produce
    """,
    "Enumerator::Lazy": """
    chunk chunk_while collect collect_concat compact drop drop_while eager enum_for filter filter_map
    find_all flat_map force grep grep_v lazy map reject select slice_after slice_before slice_when
    take take_while to_enum uniq with_index zip
    """,
    "Enumerator::Yielder": """
    << to_proc yield
    """,
    "Encoding": """
    ascii_compatible? dummy? inspect name names replicate to_s
    """,
    "Encoding.": """
    aliases compatible? default_external default_external= default_internal default_internal= find
    list locale_charmap name_list
    """,
    "Math.": """
    acos acosh asin asinh atan atan2 atanh cbrt cos cosh erf erfc exp frexp gamma hypot ldexp lgamma
    log log10 log2 sin sinh sqrt tan tanh
    """,
    "Time": """
    + - <=> asctime ceil ctime day dst? eql? floor friday? getgm getlocal getutc gmt? gmt_offset
    gmtime gmtoff hash hour httpdate inspect isdst iso8601 localtime mday min mon monday? month nsec
    rfc2822 rfc822 round saturday? sec strftime subsec sunday? thursday? to_a to_date to_datetime to_f
    to_i to_r to_s to_time tuesday? tv_nsec tv_sec tv_usec usec utc utc? utc_offset wday wednesday?
    xmlschema yday year zone
    """,
    "Time.": """
    at gm httpdate iso8601 local mktime now parse rfc2822 rfc822 strptime utc xmlschema zone_offset
    """,
    "IO": """
    << advise autoclose= autoclose? beep binmode binmode? check_winsize_changed clear_screen close
    close_on_exec= close_on_exec? close_read close_write closed? console_mode console_mode= cooked
    cooked! cursor cursor= cursor_down cursor_left cursor_right cursor_up each each_byte each_char
    each_codepoint each_line echo= echo? eof eof? erase_line erase_screen external_encoding fcntl
    fdatasync fileno flush fsync getbyte getc getch getpass gets goto goto_column iflush inspect
    internal_encoding ioctl ioflush isatty lineno lineno= noecho nonblock nonblock= nonblock? nread
    oflush pathconf pid pos pos= pread pressed? print printf putc puts pwrite raw raw! read
    read_nonblock readbyte readchar readline readlines readpartial ready? reopen rewind
    scroll_backward scroll_forward seek set_encoding set_encoding_by_bom stat sync sync= sysread
    sysseek syswrite tell to_i to_io tty? ungetbyte ungetc wait wait_priority wait_readable
    wait_writable winsize winsize= write write_nonblock
    """,
    "IO.": """
    binread binwrite console copy_stream for_fd foreach new open pipe popen read readlines select
    sysopen try_convert write
    """,
    "File": """
    atime birthtime chmod chown ctime flock lstat mtime path size to_path truncate
    """,
    "File.": """
    absolute_path absolute_path? atime basename birthtime blockdev? chardev? chmod chown ctime delete
    directory? dirname empty? executable? executable_real? exist? exists? expand_path extname file?
    fnmatch fnmatch? ftype grpowned? identical? join lchmod lchown link lstat lutime mkfifo mtime
    owned? path pipe? readable? readable_real? readlink realdirpath realpath rename setgid? setuid?
    size size? socket? split stat sticky? symlink symlink? truncate umask unlink utime world_readable?
    world_writable? writable? writable_real? zero?
    """,
    "Dir": """
    children close each each_child fileno inspect path pos pos= read rewind seek tell to_path
    """,
    "Dir.": """
    [] chdir children chroot delete each_child empty? entries exist? exists? foreach getwd glob home
    mkdir mktmpdir open pwd rmdir tmpdir unlink
    """,
    "Pathname": """
    + / <=> == === absolute? ascend atime basename binread binwrite birthtime blockdev? chardev?
    children chmod chown cleanpath ctime delete descend directory? dirname each_child each_entry
    each_filename each_line empty? entries eql? executable? executable_real? exist? expand_path
    extname file? find fnmatch fnmatch? freeze ftype glob grpowned? hash inspect join lchmod lchown
    lstat make_link make_symlink mkdir mkpath mountpoint? mtime open opendir owned? parent pipe? read
    readable? readable_real? readlines readlink realdirpath realpath relative? relative_path_from
    rename rmdir rmtree root? setgid? setuid? size size? socket? split stat sticky? sub sub_ext
    symlink? sysopen taint to_path to_s truncate unlink untaint utime world_readable? world_writable?
    writable? writable_real? write zero?
    """,
    "Pathname.": """
    getwd glob pwd
    """,
    "JSON.": """
    [] create_fast_state create_id create_id= create_pretty_state deep_const_get dump
    dump_default_options dump_default_options= fast_generate fast_unparse generate generator
    generator= iconv load load_default_options load_default_options= load_file load_file! parse parse!
    parser parser= pretty_generate pretty_unparse recurse_proc restore state state= unparse
    """,
    "Psych.": """
    add_builtin_type add_domain_type add_tag config domain_types domain_types= dump dump_stream
    dump_tags dump_tags= libyaml_version load load_file load_stream load_tags load_tags= parse
    parse_file parse_stream parser remove_type safe_dump safe_load safe_load_file to_json unsafe_load
    unsafe_load_file
    """,
    "URI.": """
    decode_www_form decode_www_form_component encode_www_form encode_www_form_component extract for
    get_encoding join open parse regexp register_scheme scheme_list split
    """,
    "URI::Generic": """
    + - == absolute absolute? coerce component component_ary default_port eql? find_proxy fragment
    fragment= hash hierarchical? host host= hostname hostname= inspect merge merge! normalize
    normalize! opaque opaque= parser password password= path path= port port= query query= registry
    registry= relative? route_from route_to scheme scheme= select set_host set_opaque set_password
    set_path set_port set_registry set_scheme set_user set_userinfo to_s user user= userinfo userinfo=
    """,
    "URI::Generic.": """
    build build2 component default_port use_proxy? use_registry
    """,
    "ERB::Util.": """
    h html_escape u url_encode
    """,
    "Shellwords.": """
    escape join shellescape shelljoin shellsplit shellwords split
    """,
    "Base64.": """
    decode64 encode64 strict_decode64 strict_encode64 urlsafe_decode64 urlsafe_encode64
    """,
    "Gem::Version": """
    <=> approximate_recommendation bump canonical_segments encode_with eql? freeze hash init_with
    inspect marshal_dump marshal_load prerelease? pretty_print release segments to_s
    to_yaml_properties version yaml_initialize
    """,
    "Gem::Version.": """
    correct? create new
    """,
    "Gem::Requirement": """
    == === =~ as_list concat encode_with exact? for_lockfile hash init_with marshal_dump marshal_load
    none? prerelease? pretty_print requirements satisfied_by? specific? to_s to_yaml_properties
    yaml_initialize
    """,
    "Gem::Requirement.": """
    create default default_prerelease parse source_set
    """,
    "Gem::Dependency": """
    <=> == === =~ hash identity inspect latest_version? match? matches_spec? matching_specs merge name
    name= prerelease= prerelease? pretty_print prioritizes_bundler? requirement requirements_list
    runtime? specific? to_s to_spec to_specs type
    """,
    "FileUtils.": """
    cd chdir chmod chmod_R chown chown_R cmp collect_method commands compare_file compare_stream copy
    copy_entry copy_file copy_stream cp cp_lr cp_r getwd have_option? identical? install link
    link_entry ln ln_s ln_sf makedirs mkdir mkdir_p mkpath move mv options options_of
    private_module_function pwd remove remove_dir remove_entry remove_entry_secure remove_file rm rm_f
    rm_r rm_rf rmdir rmtree safe_unlink symlink touch uptodate?
    """,
    "Etc.": """
    confstr endgrent endpwent getgrent getgrgid getgrnam getlogin getpwent getpwnam getpwuid group
    nprocessors passwd setgrent setpwent sysconf sysconfdir systmpdir uname
    """,
    "Open3.": """
    capture2 capture2e capture3 pipeline pipeline_r pipeline_rw pipeline_start pipeline_w popen2
    popen2e popen3
    """,
    "SecureRandom.": """
    alphanumeric base64 bytes gen_random hex rand random_bytes random_number urlsafe_base64 uuid
    """,
  ]

  /// The constants of the top level.
  static let constantList = """
    ARGF ARGV Addrinfo ArgumentError Array Base64 BasicObject BasicSocket Benchmark BigDecimal BigMath
    Bignum Binding CGI CROSS_COMPILING CSV Class ClosedQueueError Comparable Complex ConditionVariable
    Date DateTime Delegator DidYouMean Digest Dir ENV EOFError ERB Encoding EncodingError Enumerable
    Enumerator Errno ErrorHighlight Etc Exception ExceptionForMatrix FalseClass Fiber FiberError File
    FileTest FileUtils Find Fixnum Float FloatDomainError Forwardable FrozenError GC Gem Hash IO
    IOError IPAddr IPSocket IndexError Integer Interrupt JSON Kernel KeyError LoadError LocalJumpError
    Logger Marshal MatchData Math Matrix Method Module Monitor MonitorMixin Mutex NameError Net
    NilClass NoMatchingPatternError NoMatchingPatternKeyError NoMemoryError NoMethodError
    NotImplementedError Numeric Object ObjectSpace Observable Open3 OpenSSL OpenStruct OpenURI
    OptParse OptionParser PP PStore Pathname PrettyPrint Prime Proc Process Psych Queue REXML
    RUBYGEMS_ACTIVATION_MONITOR RUBY_COPYRIGHT RUBY_DESCRIPTION RUBY_ENGINE RUBY_ENGINE_VERSION
    RUBY_PATCHLEVEL RUBY_PLATFORM RUBY_RELEASE_DATE RUBY_REVISION RUBY_VERSION Ractor Random Range
    RangeError Rational RbConfig Refinement Regexp RegexpError RubyVM RuntimeError STDERR STDIN STDOUT
    ScanError ScriptError SecureRandom SecurityError Set Shellwords Signal SignalException
    SimpleDelegator SingleForwardable Singleton SizedQueue Socket SocketError SortedSet StandardError
    StopIteration String StringIO StringScanner Struct Symbol SyntaxError SystemCallError SystemExit
    SystemStackError TCPServer TCPSocket TOPLEVEL_BINDING TSort Tempfile Thread ThreadError
    ThreadGroup Time Timeout TracePoint TrueClass TypeError UDPSocket UNIXServer UNIXSocket URI
    UnboundMethod UncaughtThrowError UnicodeNormalize Vector Warning YAML ZeroDivisionError Zlib
    """
}
