<?xml version="1.0" encoding="UTF-8"?>
<!-- The attributes of an element: its own, and those of its classes and their classes.

     The nearest declaration wins. A class whose attributes all hold unchanged for the element is
     kept as a reference (r:group); of the others only what still holds is copied. A choice between
     attributes is an r:either, with r:together where one branch has several. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:r="https://siglum.example/ns/resolved"
    xmlns:odd="https://siglum.example/ns/odd" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="tei odd xs">

  <xsl:mode name="attribute" on-no-match="fail" on-multiple-match="fail"/>

  <xsl:function name="odd:attributes-of" as="element()*">
    <xsl:param name="spec" as="element(tei:elementSpec)"/>
    <xsl:variable name="owners" as="element()+" select="odd:owners($spec)"/>
    <xsl:for-each select="$owners">
      <xsl:variable name="place" as="xs:integer" select="position()"/>
      <xsl:variable name="nearer" as="xs:string*" select="$owners[position() lt $place] ! odd:declared(.)"/>
      <xsl:variable name="own" as="xs:string*" select="odd:own-attributes(.)"/>
      <xsl:choose>
        <xsl:when test="self::tei:classSpec and not($own = $nearer)">
          <xsl:if test="exists($own)"><r:group ref="{@ident}"/></xsl:if>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates mode="attribute" select="tei:attList">
            <xsl:with-param name="nearer" tunnel="yes" select="$nearer"/>
            <xsl:with-param name="further" tunnel="yes" select="$owners[position() gt $place]"/>
          </xsl:apply-templates>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- The element, then its attribute classes from the nearest outwards, each once. -->
  <xsl:function name="odd:owners" as="element()+">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="$spec"/>
    <xsl:variable name="above" as="element()*" select="
      $spec/tei:classes/tei:memberOf[not(@mode = 'delete')]
        ! key('spec', @key)[self::tei:classSpec[@type = 'atts']] ! odd:owners(.)"/>
    <xsl:for-each-group select="$above" group-by="string(@ident)">
      <xsl:sequence select="current-group()[1]"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Names that a declaration gives or takes away. -->
  <xsl:function name="odd:declared" as="xs:string*">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="$spec/tei:attList/descendant::*
      /(self::tei:attDef/@ident, self::tei:attRef/@name) ! string()"/>
  </xsl:function>

  <xsl:function name="odd:own-attributes" as="xs:string*">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="odd:declared($spec)
      [not(. = $spec/tei:attList/descendant::tei:attDef[@mode = 'delete']/@ident)]"/>
  </xsl:function>

  <xsl:template mode="attribute" match="tei:attList" as="element()*">
    <xsl:variable name="parts" as="element()*">
      <xsl:apply-templates mode="attribute" select="tei:attList | tei:attDef | tei:attRef"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@org = 'choice' and count($parts) gt 1">
        <r:either>
          <xsl:sequence select="odd:beyond(., 'a choice between attributes has no counterpart in XSD:'
            || ' write a constraint'), $parts"/>
        </r:either>
      </xsl:when>
      <xsl:when test="parent::tei:attList/@org = 'choice' and count($parts) gt 1">
        <r:together><xsl:sequence select="$parts"/></r:together>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$parts"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template mode="attribute" match="tei:attDef" as="element(r:attribute)?">
    <xsl:param name="nearer" as="xs:string*" tunnel="yes" select="()"/>
    <xsl:param name="further" as="element()*" tunnel="yes" select="()"/>
    <xsl:if test="not(@ident = $nearer or @mode = 'delete')">
      <xsl:variable name="inherited" as="element(tei:attDef)*"
          select="$further ! tei:attList/descendant::tei:attDef[@ident = current()/@ident]"/>
      <xsl:variable name="whole" as="xs:integer?"
          select="index-of($inherited ! (@mode = 'change'), false())[1]"/>
      <xsl:sequence select="odd:attribute(.,
        $inherited[position() le ($whole, count($inherited))[1]])"/>
    </xsl:if>
  </xsl:template>

  <!-- One attribute taken from a class, without the rest of it. -->
  <xsl:template mode="attribute" match="tei:attRef" as="element(r:attribute)?">
    <xsl:param name="nearer" as="xs:string*" tunnel="yes" select="()"/>
    <xsl:variable name="meant" as="element(tei:attDef)?" select="
      key('spec', @class)/tei:attList/descendant::tei:attDef[@ident = current()/@name]"/>
    <xsl:if test="empty($meant)">
      <xsl:sequence select="odd:refuse(., 'attRef: ' || @class || ' has no attribute ' || @name)"/>
    </xsl:if>
    <xsl:if test="not(@name = $nearer)"><xsl:sequence select="odd:attribute($meant, ())"/></xsl:if>
  </xsl:template>

  <!-- One attribute; where it only changes an inherited one, the rest comes from there. -->
  <xsl:function name="odd:attribute" as="element(r:attribute)">
    <xsl:param name="own" as="element(tei:attDef)"/>
    <xsl:param name="inherited" as="element(tei:attDef)*"/>
    <xsl:variable name="layers" as="element(tei:attDef)+" select="
      $own, if ($own/@mode = 'change') then $inherited else ()"/>
    <xsl:variable name="datatype" as="element(tei:datatype)?" select="($layers ! tei:datatype)[1]"/>
    <xsl:variable name="values" as="element(tei:valList)?" select="($layers ! tei:valList)[1]"/>
    <r:attribute name="{odd:name($own)}" owner="{$own/ancestor::*[@ident][1]/@ident}"
        usage="{if (($layers ! @usage)[1] = 'req') then 'req' else 'opt'}"
        min="{($datatype/@minOccurs, 1)[1]}" max="{($datatype/@maxOccurs, 1)[1]}"
        desc="{odd:desc(($layers[tei:desc], $own)[1])}" open="{not($values/@type = 'closed')}">
      <xsl:if test="$own/@ns[. != '']">
        <xsl:attribute name="ns" select="$own/@ns"/>
        <xsl:sequence select="odd:beyond($own, 'an attribute in another namespace needs a schema of its own in XSD')"/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="$values/@type = 'closed'">
          <xsl:apply-templates mode="type" select="$values"/>
        </xsl:when>
        <xsl:when test="empty($datatype/*)"><r:builtin name="string"/></xsl:when>
        <xsl:otherwise><xsl:sequence select="odd:type($datatype/*, $own/@ident)"/></xsl:otherwise>
      </xsl:choose>
      <xsl:if test="not($values/@type = 'closed')">
        <xsl:for-each select="$values/tei:valItem[not(@mode = 'delete')]">
          <r:suggestion ident="{odd:name(.)}" desc="{odd:desc(.)}"/>
        </xsl:for-each>
      </xsl:if>
    </r:attribute>
  </xsl:function>

</xsl:stylesheet>
