<?xml version="1.0" encoding="UTF-8"?>
<!-- The kind of each element's content, and whether XSD 1.0 can say the same.

     RELAX NG can put text at one place of a sequence; XSD allows it everywhere in the element or
     nowhere. So text is one of XSD's kinds only alone, or as one of many alternatives that repeat
     freely. What XSD can't say is of the kind "free", with the reason (@beyond). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:r="https://siglum.example/ns/resolved"
    xmlns:odd="https://siglum.example/ns/odd" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="tei odd xs">

  <xsl:function name="odd:content" as="element(r:content)">
    <xsl:param name="spec" as="element(tei:elementSpec)"/>
    <xsl:variable name="model" as="element()*" select="$spec/tei:content/*"/>
    <xsl:choose>
      <xsl:when test="count($model) eq 1 and odd:is-data($model)">
        <r:content kind="data"><xsl:sequence select="odd:type($model, $spec/@ident)"/></r:content>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="odd:markup-content($spec, $model)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- One value: of a datatype, of a list, or of several of these. -->
  <xsl:function name="odd:is-data" as="xs:boolean">
    <xsl:param name="model" as="element()"/>
    <xsl:sequence select="not($model/@minOccurs != '1' or $model/@maxOccurs != '1') and (
      $model/self::tei:dataRef or $model/self::tei:valList
      or $model/self::tei:alternate[*] and (every $part in $model/* satisfies odd:is-data($part)))"/>
  </xsl:function>

  <xsl:function name="odd:markup-content" as="element(r:content)">
    <xsl:param name="spec" as="element(tei:elementSpec)"/>
    <xsl:param name="model" as="element()*"/>
    <xsl:variable name="particles" as="element()*">
      <xsl:apply-templates mode="particle" select="$model"/>
    </xsl:variable>
    <xsl:variable name="top" as="element()" select="odd:unwrapped($particles)"/>
    <xsl:variable name="fault" as="xs:string*" select="odd:fault($spec, $top)"/>
    <xsl:choose>
      <xsl:when test="exists($fault)">
        <r:content kind="free"><xsl:sequence select="odd:beyond($spec, $fault), $top"/></r:content>
      </xsl:when>
      <xsl:when test="$top/self::r:text"><r:content kind="text"/></xsl:when>
      <xsl:when test="$top/descendant-or-self::r:text">
        <r:content kind="mixed"><xsl:sequence select="odd:mixed($spec, $top)"/></r:content>
      </xsl:when>
      <xsl:when test="$top/descendant-or-self::*/(self::r:element | self::r:class | self::r:any)">
        <r:content kind="elements"><xsl:sequence select="$top"/></r:content>
      </xsl:when>
      <xsl:otherwise><r:content kind="empty"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Why XSD can't say a model; nothing where it can. -->
  <xsl:function name="odd:fault" as="xs:string*">
    <xsl:param name="spec" as="element(tei:elementSpec)"/>
    <xsl:param name="top" as="element()"/>
    <xsl:variable name="all" as="element()+" select="$top/descendant-or-self::*"/>
    <xsl:choose>
      <xsl:when test="$all/self::r:never">
        <xsl:sequence select="'it needs ' || $all/self::r:never[1]/@class
          || ', which has no members, so that no such element can be valid'"/>
      </xsl:when>
      <xsl:when test="$all/self::r:typed">
        <xsl:sequence select="'data beside elements has no counterpart in XSD'"/>
      </xsl:when>
      <xsl:when test="$all/self::r:interleave">
        <xsl:sequence select="'a sequence in any order has no counterpart in XSD'"/>
      </xsl:when>
      <xsl:when test="$all/self::r:any[not(odd:namespaces(.))]">
        <xsl:sequence select="'anyElement: XSD can except only the namespace of the schema'"/>
      </xsl:when>
      <xsl:when test="$top/self::r:text"/>
      <xsl:when test="$all/self::r:text"><xsl:sequence select="odd:text-fault($top)"/></xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="odd:nondeterminism($spec, $top)[1] !
          ('the content model is not deterministic: one ' || . || ' could fill two places')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A wildcard that XSD has, too. -->
  <xsl:function name="odd:namespaces" as="xs:boolean">
    <xsl:param name="any" as="element(r:any)"/>
    <xsl:sequence select="$any/@except = ('', $any/@own) and ($any/@except = '' or $any/@require = '')"/>
  </xsl:function>

  <!-- One particle for the whole model, without needless groups around it. -->
  <xsl:function name="odd:unwrapped" as="element()">
    <xsl:param name="particles" as="element()*"/>
    <xsl:choose>
      <xsl:when test="$particles/self::r:never"><xsl:sequence select="$particles/self::r:never[1]"/></xsl:when>
      <xsl:when test="count($particles) ne 1">
        <r:sequence min="1" max="1"><xsl:sequence select="$particles"/></r:sequence>
      </xsl:when>
      <xsl:when test="$particles[self::r:sequence or self::r:choice][count(*) eq 1]
        [@min = '1'][@max = '1']">
        <xsl:sequence select="odd:unwrapped($particles/*)"/>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$particles"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Text among elements is said by a choice that repeats freely, of elements one at a time. -->
  <xsl:function name="odd:text-fault" as="xs:string*">
    <xsl:param name="top" as="element()"/>
    <xsl:variable name="all" as="element()*" select="$top/descendant::*"/>
    <xsl:sequence select="
      if (not($top[self::r:choice][@max = 'unbounded']))
      then 'text must be part of a choice that repeats without limit'
      else if ($all[@min ! xs:integer(.) gt 1])
      then 'a required number of elements amid text has no counterpart in XSD'
      else if ($all/self::r:sequence[count(*) gt 1])
      then 'text beside a sequence of elements has no counterpart in XSD'
      else if ($all/self::r:any[@except = ''] and count($all[self::r:any or self::r:element or self::r:class]) gt 1)
      then 'anyElement beside elements of the schema is ambiguous for XSD'
      else ()"/>
  </xsl:function>

  <!-- That choice, flattened so that each alternative is one element, class or wildcard, and no
       element is reached on two ways. -->
  <xsl:function name="odd:mixed" as="element()*">
    <xsl:param name="spec" as="element(tei:elementSpec)"/>
    <xsl:param name="top" as="element()"/>
    <xsl:variable name="members" as="element()*" select="$top/* ! odd:alternatives(.)"/>
    <xsl:variable name="classes" as="xs:string*" select="distinct-values($members/self::r:class/@ref)"/>
    <xsl:variable name="names" as="xs:string*" select="$members/self::r:element/@ref,
      $classes ! odd:element-names(key('spec', ., root($spec)))"/>
    <xsl:choose>
      <xsl:when test="count($names) eq count(distinct-values($names))">
        <xsl:sequence select="$members"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="distinct-values($names)"><r:element ref="{.}"/></xsl:for-each>
        <xsl:sequence select="$members/self::r:any"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="odd:alternatives" as="element()*">
    <xsl:param name="particle" as="element()"/>
    <xsl:choose>
      <xsl:when test="$particle/self::r:text"/>
      <xsl:when test="$particle[self::r:choice or self::r:sequence]">
        <xsl:sequence select="$particle/* ! odd:alternatives(.)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:element name="{name($particle)}" namespace="https://siglum.example/ns/resolved">
          <xsl:sequence select="$particle/(@* except (@min, @max))"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
