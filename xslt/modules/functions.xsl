<?xml version="1.0" encoding="UTF-8"?>
<!-- Small questions asked of a TEI document by more than one sheet. Nothing here makes output. -->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://siglum.example/ns/functions"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- the text of nodes on one line; markup in it is of no interest -->
  <xsl:function name="f:plain" as="xs:string">
    <xsl:param name="nodes" as="item()*"/>
    <xsl:sequence select="normalize-space(string-join($nodes ! string(.)))"/>
  </xsl:function>

  <!-- the first of some strings that says anything -->
  <xsl:function name="f:first" as="xs:string">
    <xsl:param name="strings" as="xs:string*"/>
    <xsl:sequence select="($strings[normalize-space()], '')[1]"/>
  </xsl:function>

  <!-- the language in which a node is written: its own, or the nearest one above it -->
  <xsl:function name="f:language" as="xs:string">
    <xsl:param name="node" as="node()?"/>
    <xsl:variable name="stated" as="xs:string*"
      select="$node/ancestor-or-self::*/@xml:lang ! normalize-space(.)"/>
    <xsl:sequence select="f:first((reverse($stated), 'en'))"/>
  </xsl:function>

  <!-- a word with a capital at its start -->
  <xsl:function name="f:capital" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="upper-case(substring($words, 1, 1)) || substring($words, 2)"/>
  </xsl:function>

  <!-- the key after "#" in a pointer such as ../register.xml#mao-zedong; only the first pointer -->
  <xsl:function name="f:register-key" as="xs:string">
    <xsl:param name="ref" as="xs:string?"/>
    <xsl:sequence select="substring-after(tokenize($ref)[1], '#')"/>
  </xsl:function>

  <!-- the name under which a register entry is filed: the form it prefers, else its first -->
  <xsl:function name="f:register-heading" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="names" as="element()*" select="f:register-names($entry)"/>
    <xsl:sequence select="f:first((f:plain($names[@type = 'preferred'][1]), f:plain($names[1]),
      string($entry/@xml:id)))"/>
  </xsl:function>

  <!-- other forms of the name, each once -->
  <xsl:function name="f:register-forms" as="xs:string*">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="heading" as="xs:string" select="f:register-heading($entry)"/>
    <xsl:sequence select="distinct-values(f:register-names($entry) ! f:plain(.))[. != $heading]"/>
  </xsl:function>

  <xsl:function name="f:register-names" as="element()*">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="$entry/(tei:persName | tei:placeName | tei:orgName | tei:geogName
      | tei:settlement | tei:name)"/>
  </xsl:function>

  <!-- Names in running text that can point to the register -->
  <xsl:function name="f:is-name" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[@ref][self::tei:persName | self::tei:placeName
      | self::tei:orgName | self::tei:name | self::tei:rs | self::tei:geogName
      | self::tei:settlement | self::tei:region | self::tei:country | self::tei:district])"/>
  </xsl:function>

  <!-- One word for each of the many ways in which encoders write @rend. What holds a bracket or
       an ellipsis is the frame of a mark, as typed, and no style. -->
  <xsl:function name="f:rendition" as="xs:string">
    <xsl:param name="rend" as="attribute()?"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize(lower-case($rend))"/>
    <xsl:sequence select="
      if (matches($rend, '[…\[\](){}&lt;&gt;⟨⟩⟦⟧|/\\]')) then 'plain'
      else if ($words = ('bold', 'b', 'strong')) then 'bold'
      else if ($words = ('sup', 'superscript', 'super')) then 'sup'
      else if ($words = ('sub', 'subscript')) then 'sub'
      else if ($words = ('sc', 'smallcaps', 'small-caps', 'smcap')) then 'sc'
      else if ($words = ('underline', 'underlined', 'u')) then 'underline'
      else if ($words = ('strike', 'strikethrough')) then 'strike'
      else if ($words = ('overline', 'supraline')) then 'overline'
      else 'italic'"/>
  </xsl:function>

  <!-- An address that is safe to link to, else nothing: http, https, mailto, or a path without a
       scheme. Browsers drop white space and control characters from a scheme, so we do first. -->
  <xsl:function name="f:safe-link" as="xs:string?">
    <xsl:param name="target" as="xs:string?"/>
    <xsl:variable name="address" as="xs:string" select="replace($target, '[\s\p{C}]', '')"/>
    <xsl:variable name="scheme" as="xs:string?"
      select="if (matches($address, '^[^/?#]*:'))
              then lower-case(substring-before($address, ':')) else ()"/>
    <xsl:sequence select="
      if ($address = '' or starts-with($address, '//') or contains($address, '\')) then ()
      else if (empty($scheme) or $scheme = ('http', 'https', 'mailto')) then $address
      else ()"/>
  </xsl:function>

  <!-- The part of an address after "#" that leads to an id -->
  <xsl:function name="f:fragment" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="'#' || replace(encode-for-uri($id), '%3A', ':')"/>
  </xsl:function>

</xsl:stylesheet>
