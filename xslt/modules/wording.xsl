<?xml version="1.0" encoding="UTF-8"?>
<!--
  Signs and explanations for marks of TEI that no convention of ours has prepared: brackets as in
  the Leiden conventions, extents and reasons in words.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="https://siglum.example/ns/functions"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- what stands before and after the content of each element -->
  <xsl:variable name="f:brackets" as="map(xs:string, xs:string+)" select="map {
    'unclear': ('[', '?]'), 'supplied': ('[', ']'), 'ex': ('(', ')'), 'surplus': ('{', '}'),
    'del': ('⟦', '⟧'), 'add': ('\', '/'), 'corr': ('⟨', '⟩'), 'damage': ('⸢', '⸣'),
    'sic': ('', ' [sic]'), 'reg': ('[', ']'), 'stamp': ('[stamp: ', ']'),
    'choice-unclear': ('[', '?]'), 'supplied-omitted': ('⟨', '⟩'), 'supplied-subaudible': ('(', ')') }"/>

  <xsl:variable name="f:meanings" as="map(xs:string, xs:string)" select="map {
    'unclear': 'doubtful reading', 'supplied': 'supplied by the editor',
    'supplied-lost': 'lost text, restored by the editor',
    'supplied-omitted': 'left out in the source, supplied by the editor',
    'supplied-subaudible': 'understood, supplied by the editor',
    'supplied-explanation': 'explained by the editor',
    'ex': 'abbreviation expanded by the editor', 'expan': 'abbreviation expanded by the editor',
    'surplus': 'superfluous text in the source', 'del': 'deleted in the source',
    'add': 'added in the source', 'corr': 'corrected by the editor',
    'sic': 'so in the source', 'damage': 'damaged in the source',
    'choice': 'changed by the editor', 'choice-unclear': 'doubtful reading, one of several',
    'gap': 'text left out', 'gap-lost': 'lost text', 'gap-illegible': 'illegible text',
    'gap-omitted': 'text left out', 'space': 'blank space in the source',
    'reg': 'regularised by the editor', 'orig': 'so in the source',
    'abbr': 'abbreviation of the source', 'am': 'sign of abbreviation in the source',
    'hi': 'set apart in the source', 'num': 'number', 'seg': 'passage of its own kind',
    'ab': 'block of text', 'label': 'label', 'ref': 'reference', 'gloss': 'explained by the editor',
    'note': 'note', 'stage': 'stage direction', 'stamp': 'stamp in the source',
    'figure': 'picture or sign in the source, described', 'g': 'symbol of the source',
    'handShift': 'another hand goes on', 'certainty': 'the mark is uncertain',
    'pb': 'a page of the source begins', 'cb': 'a column of the source begins',
    'lb': 'a line of the source begins', 'milestone': 'a part of the source begins' }"/>

  <xsl:variable name="f:reasons" as="map(xs:string, xs:string)" select="map {
    'lost': 'missing', 'illegible': 'illegible', 'omitted': 'left out',
    'ellipsis': 'left out', 'damage': 'damaged' }"/>

  <xsl:variable name="f:numbers" as="xs:string+" select="'one', 'two', 'three', 'four', 'five',
    'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'"/>

  <!-- Open and close. What has no content is all said by its opening sign. -->
  <xsl:function name="f:worded-signs" as="xs:string+">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="keys" as="xs:string+" select="f:keys($element)"/>
    <xsl:sequence select="
      if ($element[self::tei:gap | self::tei:space])
      then ('[' || f:first((f:plain($element/tei:desc[1]), f:gap-words($element))) || ']', '')
      else if ($element/self::tei:certainty) then ('(?)', '')
      else if ($element/self::tei:g) then ('*' || f:character-name($element) || '*', '')
      else if ($element[self::tei:handShift | self::tei:pb | self::tei:cb | self::tei:milestone])
      then ('[' || f:break-words($element) || ']', '')
      else ($keys ! map:get($f:brackets, .), '', '')[position() le 2]"/>
  </xsl:function>

  <xsl:function name="f:worded-meaning" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="kind" as="xs:string" select="f:first((
      f:keys($element) ! map:get($f:meanings, .), local-name($element)))"/>
    <xsl:variable name="extent" as="xs:string" select="
      if (f:is-undecided($element)) then ''
      else if ($element/self::tei:choice) then 'the source has ' || f:plain(f:typed($element))
      else if ($element[self::tei:pb | self::tei:cb | self::tei:lb | self::tei:milestone])
      then f:plain($element/@n)
      else f:extent-words($element)"/>
    <xsl:variable name="doubt" as="xs:string"
      select="if ($element/@cert = 'low' and not($element/self::tei:unclear))
              then ' (uncertain)' else ''"/>
    <xsl:sequence select="string-join(($kind, $extent)[. != ''], ': ') || $doubt"/>
  </xsl:function>

  <!-- "another hand", "page 3", "time 00:12:03" -->
  <xsl:function name="f:break-words" as="xs:string">
    <xsl:param name="break" as="element()"/>
    <xsl:variable name="kind" as="xs:string" select="
      if ($break/self::tei:handShift) then 'another hand'
      else if ($break/self::tei:pb) then 'page'
      else if ($break/self::tei:cb) then 'column'
      else f:first((string($break/@unit), 'part'))"/>
    <xsl:sequence select="f:plain(($kind, $break/@n ! (' ' || .)))"/>
  </xsl:function>

  <!-- What an empty g stands for: a symbol, or a character that XML can't hold (n="U+000C") -->
  <xsl:function name="f:character-name" as="xs:string">
    <xsl:param name="character" as="element(tei:g)"/>
    <xsl:sequence select="f:first((f:plain($character/@type),
      replace($character/@ref, '^.*#', ''), f:plain($character/@n), '?'))"/>
  </xsl:function>

  <!-- readings between which the editor could not decide -->
  <xsl:function name="f:is-undecided" as="xs:boolean">
    <xsl:param name="element" as="node()?"/>
    <xsl:sequence
      select="exists($element/self::tei:choice[tei:unclear][not(* except tei:unclear)])"/>
  </xsl:function>

  <!-- under what to look an element up: with its reason, then by its name alone -->
  <xsl:function name="f:keys" as="xs:string+">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="local-name($element)"/>
    <xsl:sequence select="tokenize($element/@reason)[1] ! concat($name, '-', .),
      if (f:is-undecided($element)) then 'choice-unclear' else (), $name"/>
  </xsl:function>

  <!-- "one word missing", "blank space of two lines", "…" -->
  <xsl:function name="f:gap-words" as="xs:string">
    <xsl:param name="gap" as="element()"/>
    <xsl:variable name="extent" as="xs:string" select="f:extent-words($gap)"/>
    <xsl:variable name="reason" as="xs:string"
      select="f:first((tokenize($gap/@reason) ! map:get($f:reasons, .), 'missing'))"/>
    <xsl:sequence select="
      if ($gap/self::tei:space) then string-join(('blank space', $extent[. != '']), ' of ')
      else if ($extent != '') then $extent || ' ' || $reason
      else if ($gap/@reason) then $reason
      else '…'"/>
  </xsl:function>

  <!-- how much: "one or two words", "about 3 lines", "several words"; empty where unknown -->
  <xsl:function name="f:extent-words" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="most" as="xs:string"
      select="f:first(($element/@quantity, $element/@atMost, $element/@max, $element/@atLeast,
        $element/@min) ! string(.))"/>
    <xsl:variable name="number" as="xs:string" select="f:count-words($element)"/>
    <xsl:variable name="about" as="xs:string"
      select="if ($element/@precision = 'low' and $number) then 'about ' else ''"/>
    <xsl:sequence select="
      if ($number) then $about || $number || ' ' || f:unit-words($element/@unit, $most = '1')
      else if ($element/@extent = 'unknown') then ''
      else string($element/@extent)"/>
  </xsl:function>

  <xsl:function name="f:count-words" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="least" as="xs:string?" select="($element/(@atLeast, @min))[1]"/>
    <xsl:variable name="most" as="xs:string?" select="($element/(@atMost, @max))[1]"/>
    <xsl:sequence select="
      if ($element/@quantity) then f:number-words($element/@quantity)
      else if ($least and $most) then f:number-words($least) ||
        (if (number($most) - number($least) = 1) then ' or ' else ' to ') || f:number-words($most)
      else if ($least) then 'at least ' || f:number-words($least)
      else if ($most) then 'at most ' || f:number-words($most)
      else ''"/>
  </xsl:function>

  <xsl:function name="f:number-words" as="xs:string">
    <xsl:param name="number" as="xs:string"/>
    <xsl:sequence select="if ($number castable as xs:integer
      and xs:integer($number) = 1 to count($f:numbers)) then $f:numbers[xs:integer($number)]
      else $number"/>
  </xsl:function>

  <xsl:function name="f:unit-words" as="xs:string">
    <xsl:param name="unit" as="xs:string?"/>
    <xsl:param name="one" as="xs:boolean"/>
    <xsl:variable name="full" as="xs:string" select="
      if ($unit = ('char', 'chars', 'character', 'letter') or not($unit)) then 'letter'
      else replace($unit, 's$', '')"/>
    <xsl:sequence select="if ($one) then $full else $full || 's'"/>
  </xsl:function>

</xsl:stylesheet>
